export { type Auth, countAttempt, setUpAccounts } from "./auth/auth.ts"
export { type LimitsOptions, usualLimits } from "./auth/limits.ts"
export {
  accountNames,
  findPersonByAddress,
  hasAccounts,
  listPeopleExcept,
  type Person,
  recipientOf,
  recipientsOf,
} from "./auth/people.ts"
export { createIdentify } from "./auth/sessions.ts"
export { recordReading } from "./commands/look-up.ts"
export { chooseMorningMail } from "./commands/morning-mail.ts"
export { type MorningReader, morningReaders, wantsMorningMail } from "./queries/morning-mail.ts"
export { type ContactInput, type ContactOwner, saveContact } from "./commands/contacts.ts"
export { inviteAdministrator } from "./commands/invite.ts"
export { endPost, grantPost, type PostInput } from "./commands/posts.ts"
export { recordListTaken } from "./commands/saved-views.ts"
export { demoActor } from "./demo.ts"
export {
  type Contact,
  contactOf,
  contactsByIds,
  organisationsByPhone,
  organisationsReachedBy,
} from "./queries/contacts.ts"
export { officersOf, postsOf } from "./queries/posts.ts"
export { savedViewsOf } from "./queries/saved-views.ts"
export { address as mailAddress, nextPath } from "./schema.ts"
