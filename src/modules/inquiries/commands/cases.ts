import { sql } from "kysely"
import { authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { addBusinessDays } from "#kernel/business-days.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict, NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { findOrganisation } from "#modules/organisations"
import { listBodies } from "#modules/places"
import { canCallOffice, canSettle } from "../policy.ts"
import { lockRecord, type InquiryCase, type InquiryRecord } from "../queries/records.ts"
import type { ReportReason } from "../schema.ts"
import { tellOffice, type Party } from "./tell.ts"

type Opening = {
  readonly kind: InquiryCase["kind"]
  readonly side: InquiryCase["side"]
  readonly reason: string
  readonly note: string
}

/** From now on the competent office and the City see the conversation, with a day by which they see to it. */
export const openCase = async (work: Work, party: Party, opening: Opening): Promise<string> => {
  const group = await findOrganisation(work.tx, party.organisationId)
  const city = (await listBodies(work.tx)).find(({ slug }) => slug === "city")
  const bodies = [...new Set([group?.bodyId, city?.id])].filter((id) => id !== undefined)
  const id = newId()
  const { officeDays } = work.city.settings.inquiries
  const dueOn = addBusinessDays(dayOf(work.now, work.city.zone), officeDays.value)
  await work.tx
    .updateTable("inquiries")
    .set({ officeBodies: sql<string[]>`${bodies}::uuid[]` })
    .where("id", "=", party.id)
    .execute()
  await work.tx
    .insertInto("inquiryCases")
    .values({
      id,
      inquiryId: party.id,
      organisationId: opening.side === "group" ? party.organisationId : null,
      bodyIds: sql<string[]>`${bodies}::uuid[]`,
      ...opening,
      at: work.now,
      dueOn,
    })
    .execute()
  if (group) await tellOffice(work, party, { kind: opening.kind, bodyId: group.bodyId, dueOn })
  return id
}

type Named = { readonly id: string; readonly key?: string | undefined }

/** The group cannot answer, or does not know how: its office helps. */
export const handOverInquiry = command(
  "inquiries.hand-over",
  async (work, input: Named & { readonly note: string }) => {
    const { record, hat } = await begin(work, input, "group")
    const opening = { kind: "help", side: "group", reason: "help", note: input.note } as const
    await auditCase(work, record, hat, await openCase(work, record, opening))
    return { id: record.publicId }
  },
)

/** Either side reports the other. The other side is not told. */
export const reportInquiry = command(
  "inquiries.report",
  async (
    work,
    input: Named & { readonly side: "asker" | "group"; readonly reason: ReportReason; readonly note: string },
  ) => {
    const { record, hat } = await begin(work, input, input.side)
    const opening = { kind: "report", side: input.side, reason: input.reason, note: input.note } as const
    await auditCase(work, record, hat, await openCase(work, record, opening))
    return { id: record.publicId }
  },
)

const begin = async (
  work: Work,
  input: Named,
  side: "asker" | "group",
): Promise<{ record: InquiryRecord; hat: Hat }> => {
  const record = await lockRecord(work.tx, input)
  return { record, hat: authorise(canCallOffice(work.actor, side, record)) }
}

const auditCase = (work: Work, record: InquiryRecord, hat: Hat, id: string): Promise<void> =>
  audit(work, { hat, subject: { kind: "inquiry", id: record.id }, payload: { case: id } })

/** The office has seen to it; what came of it stays with the case. */
export const settleCase = command(
  "inquiries.settle",
  async (work, input: Named & { readonly case: string; readonly outcome: string }) => {
    const record = await lockRecord(work.tx, input)
    const hat = authorise(canSettle(work.actor, record))
    const found = await work.tx
      .selectFrom("inquiryCases")
      .select("settledAt")
      .where("id", "=", input.case)
      .where("inquiryId", "=", record.id)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw new NotFound(`there is no case ${input.case}`)
    if (found.settledAt) throw new Conflict("settled already", { say: "web:error.moved-on" })
    await work.tx
      .updateTable("inquiryCases")
      .set({ settledAt: work.now, settledBy: work.actor.accountId, outcome: input.outcome })
      .where("id", "=", input.case)
      .execute()
    await auditCase(work, record, hat, input.case)
    return { id: record.publicId }
  },
)
