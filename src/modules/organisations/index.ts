export { type NeighbourGroup, neighbourGroups } from "./demo/neighbourhood.ts"
export { notePublished } from "./commands/note-published.ts"
export { membershipsOf, memberRecipients } from "./queries/members.ts"
export {
  findOrganisation,
  findOrganisationByPublicId,
  findOrganisations,
  type OrganisationSummary,
  organisationsByIds,
} from "./queries/public.ts"
export {
  organisationChanged,
  organisationHidden,
  organisationRegistered,
  organisationShown,
  organisationsMerged,
  organisationsParted,
} from "./schema/events.ts"
export { fieldGroups, fieldNumbers, isField, officialField } from "./schema/fields.ts"
export { type OrganisationKind, organisationKinds } from "./schema/form.ts"
export { fieldLabel, fieldOptions, fieldText, nameIn, NameText, OrganisationName } from "./views/labels.tsx"
export { FieldChoices } from "./views/field-choices.tsx"
export { OrganisationCard } from "./views/organisation-card.tsx"
