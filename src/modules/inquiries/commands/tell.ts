import { dayOf } from "#kernel/clock.ts"
import { post, type Lang, type Recipient } from "#kernel/messages/messages.ts"
import type { Work } from "#kernel/transaction.ts"
import { officersOf, recipientOf } from "#modules/accounts"
import { findListing } from "#modules/listings"
import { findOrganisation, memberRecipients, type OrganisationSummary } from "#modules/organisations"
import { replyAddressOf } from "../mail/addresses.ts"
import {
  answeredLetter,
  askedLetter,
  caseLetter,
  receivedLetter,
  reminderLetter,
  type LetterData,
  type Return,
} from "../mail/letters.ts"
import type { InquiryRecord } from "../queries/records.ts"

// The ledger shows an office the mail in its name: mail between the two sides is in nobody's.

/** What letters need to know of a conversation. */
export type Party = Pick<
  InquiryRecord,
  "id" | "publicId" | "mailKey" | "askerKey" | "askerAccountId" | "askerAddress" | "askerLang" | "askerName"
> & { readonly organisationId: string; readonly listingId: string | null }

const linkTo = (work: Work, path: string, lang: Lang, fragment = ""): string =>
  `${work.baseUrl}${path}${lang === "en" ? "?lang=en" : ""}${fragment}`

const nameOf = ({ name, english }: OrganisationSummary, lang: Lang): string =>
  lang === "en" && english !== "" ? english : name

const groupOf = async (work: Work, { organisationId }: Party): Promise<OrganisationSummary> => {
  const group = await findOrganisation(work.tx, organisationId)
  if (!group) throw new Error(`an inquiry hangs on no group: ${organisationId}`)
  return group
}

const aboutOf = async (work: Work, { listingId }: Party): Promise<string | null> =>
  listingId === null ? null : ((await findListing(work.tx, listingId))?.title ?? null)

const about = (party: Party) => ({ about: { kind: "inquiry", id: party.id } })

const replyTo = (work: Work, party: Party, who: (recipient: Recipient) => string) => {
  const { replyAddress } = work
  return replyAddress
    ? { replyTo: (recipient: Recipient) => replyAddressOf(replyAddress, party, who(recipient)) }
    : {}
}

const dataOf = async (work: Work, party: Party, body: string): Promise<(lang: Lang) => LetterData> => {
  const group = await groupOf(work, party)
  const listing = await aboutOf(work, party)
  return (lang) => ({
    group: nameOf(group, lang),
    about: listing,
    name: party.askerName,
    body,
    byMail: work.replyAddress !== undefined,
  })
}

export const tellGroup = async (work: Work, party: Party, body: string): Promise<void> => {
  const data = await dataOf(work, party, body)
  await post(work, {
    ...about(party),
    ...replyTo(work, party, ({ accountId }) => accountId ?? ""),
    template: "inquiries.asked.group",
    to: await memberRecipients(work.tx, party.organisationId),
    write: (lang) => askedLetter(lang, data(lang), linkTo(work, `/my/inquiries/${party.publicId}`, lang)),
  })
}

export const remindGroup = async (work: Work, party: Party): Promise<void> => {
  const data = await dataOf(work, party, "")
  await post(work, {
    ...about(party),
    ...replyTo(work, party, ({ accountId }) => accountId ?? ""),
    template: "inquiries.reminder.group",
    to: await memberRecipients(work.tx, party.organisationId),
    write: (lang) => reminderLetter(lang, data(lang), linkTo(work, `/my/inquiries/${party.publicId}`, lang)),
  })
}

/** A private link carries its key in the fragment: it stands in no log, and opening it does nothing. */
const returnOf = (work: Work, party: Party, lang: Lang): Return =>
  party.askerAccountId
    ? { link: linkTo(work, `/my/inquiries/${party.publicId}`, lang), key: null }
    : {
        link: linkTo(work, `/inquiries/${party.publicId}`, lang, `#${party.askerKey}`),
        key: party.askerKey,
      }

/** The account's address of today, or the one that was given. */
const askerOf = async (work: Work, party: Party): Promise<Recipient[]> => {
  const known = party.askerAccountId ? await recipientOf(work.tx, party.askerAccountId) : undefined
  if (known) return [known]
  return [{ accountId: null, address: party.askerAddress, lang: party.askerLang }]
}

export const tellAskerReceived = async (work: Work, party: Party): Promise<void> => {
  const group = await groupOf(work, party)
  await post(work, {
    ...about(party),
    template: "inquiries.received.asker",
    to: await askerOf(work, party),
    write: (lang) => receivedLetter(lang, nameOf(group, lang), returnOf(work, party, lang)),
  })
}

export const tellAskerAnswered = async (
  work: Work,
  party: Party,
  body: string,
  office: string | null,
): Promise<void> => {
  const data = await dataOf(work, party, body)
  await post(work, {
    ...about(party),
    ...replyTo(work, party, () => "asker"),
    template: "inquiries.answered.asker",
    to: await askerOf(work, party),
    write: (lang) => answeredLetter(lang, { ...data(lang), office }, returnOf(work, party, lang)),
  })
}

/** Only that there is a case: what was said is read on the page. */
export const tellOffice = async (
  work: Work,
  party: Party,
  opened: { readonly kind: "help" | "report"; readonly bodyId: string; readonly dueOn: Temporal.PlainDate },
): Promise<void> => {
  const group = await groupOf(work, party)
  const today = dayOf(work.now, work.city.zone)
  await post(work, {
    ...about(party),
    bodyId: opened.bodyId,
    template: `inquiries.${opened.kind}.office`,
    to: await officersOf(work.tx, opened.bodyId, group.mainAreaCode, today, "organisations"),
    write: (lang) =>
      caseLetter(
        lang,
        { ...opened, group: nameOf(group, lang) },
        linkTo(work, `/staff/inquiries/${party.publicId}`, lang),
      ),
  })
}
