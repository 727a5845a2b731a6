import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { post, type Recipient } from "#kernel/messages/messages.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { recipientsOf } from "#modules/accounts"
import { findBody } from "#modules/places"
import { canWriteToGroups } from "../policy.ts"
import { officeLetter } from "../mail/registration.ts"
import { membersOfMany } from "../queries/members.ts"
import { chosenForOffice, type OfficeListRow } from "../queries/office-list.ts"

type Writing = { readonly ids: readonly string[]; readonly subject: string; readonly body: string }

/** Only who is registered or hidden has people whom an office writes to on its own account. */
const isReached = ({ state }: Pick<OfficeListRow, "state">): boolean =>
  state === "registered" || state === "suspended"

/** Which of the chosen groups a letter would reach, and why not the others. */
export const readReached = (rows: readonly OfficeListRow[]) =>
  rows.map((row) => ({ row, why: isReached(row) ? null : ("organisations:office.not-registered" as const) }))

/**
 * activity-publishing.U4: an office writes to many groups at once, one letter to each of their people. Who is not
 * covered by the worn post is passed by as if it were not there.
 */
export const writeToGroups = command("organisations.write", async (work, input: Writing) => {
  const groups = (await chosenForOffice(work.tx, work.actor, input.ids)).filter(isReached)
  const hat = authorise(canWriteToGroups(work.actor))
  const people = await peopleOf(work, groups)
  for (const group of groups)
    await audit(work, {
      hat,
      subject: { kind: "organisation", id: group.id },
      payload: { subject: input.subject, body: input.body },
    })
  await send(work, input, groups, people)
  return { reached: groups.length }
})

const peopleOf = async (work: Work, groups: readonly OfficeListRow[]) => {
  const members = await membersOfMany(
    work.tx,
    groups.map(({ id }) => id),
  )
  const recipients = await recipientsOf(work.tx, [...new Set(members.map(({ accountId }) => accountId))])
  const byAccount = new Map(recipients.map((recipient) => [recipient.accountId, recipient]))
  return Map.groupBy(
    members.flatMap(({ organisationId, accountId }) => {
      const recipient = byAccount.get(accountId)
      return recipient ? [{ organisationId, recipient }] : []
    }),
    ({ organisationId }) => organisationId,
  )
}

type People = ReadonlyMap<string, readonly { readonly recipient: Recipient }[]>

const send = async (
  work: Work,
  input: Writing,
  groups: readonly OfficeListRow[],
  people: People,
): Promise<void> => {
  const bodyId = work.actor.wearing?.bodyId ?? null
  const office = bodyId ? await findBody(work.tx, bodyId) : undefined
  for (const group of groups)
    await post(work, {
      template: "organisations.write",
      to: (people.get(group.id) ?? []).map(({ recipient }) => recipient),
      about: { kind: "organisation", id: group.id },
      bodyId,
      write: (lang) =>
        officeLetter(
          { ...input, baseUrl: work.baseUrl, publicId: group.publicId, name: group.name, office },
          lang,
        ),
    })
}
