import { authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { addBusinessDays } from "#kernel/business-days.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict, Invalid } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { addressKey } from "../mail/addresses.ts"
import { canDo } from "../policy.ts"
import { isBlocked, lockRecord, messagesOf, type InquiryRecord } from "../queries/records.ts"
import { refreshStanding } from "../queries/standings.ts"
import { inquiry, type Side } from "../schema.ts"
import { tellAskerAnswered, tellGroup } from "./tell.ts"

export type Replying = {
  readonly id: string
  readonly side: Side
  readonly body: string
  /** Of the asker without an account. */
  readonly key?: string | undefined
  /** Of the page that was answered on; a mail knows of none. */
  readonly version?: number
  /** The Message-ID of a mail. */
  readonly mailId?: string
}

/** The asker goes on asking; the group, or the office that helps it, answers. */
export const writeMessage = command("inquiries.write", async (work, input: Replying) => {
  const { side, body } = input
  const record = await lockRecord(work.tx, input)
  const event = side === "asker" ? "ask" : "answer"
  const hat = authorise(canDo(work.actor, event, side, record))
  if (await isTaken(work, record, input)) return { id: record.publicId }
  if (side === "asker") await refuseBlocked(work, record)
  await checkVersion(work, record, input)
  await saveMessage(work, record, input, hat)
  await saveStep(work, record, side)
  await refreshStanding(work, record.organisationId)
  await audit(work, {
    hat,
    subject: { kind: "inquiry", id: record.id },
    payload: { side, channel: input.mailId ? "mail" : "page" },
  })
  if (side === "asker") await tellGroup(work, record, body)
  else await tellAskerAnswered(work, record, body, side === "office" ? nameOf(work, record, side, hat) : null)
  return { id: record.publicId }
})

export const closeInquiry = command(
  "inquiries.close",
  async (work, input: Pick<Replying, "id" | "side" | "key">) => {
    const record = await lockRecord(work.tx, input)
    const hat = authorise(canDo(work.actor, "close", input.side, record))
    const state = move(inquiry, "close", record.state)
    await saveClosed(work, record)
    await refreshStanding(work, record.organisationId)
    await audit(work, {
      hat,
      subject: { kind: "inquiry", id: record.id },
      payload: { from: record.state, to: state },
    })
    return { id: record.publicId }
  },
)

export const saveClosed = async (
  work: Work,
  record: Pick<InquiryRecord, "id" | "version">,
): Promise<void> => {
  await work.tx
    .updateTable("inquiries")
    .set({
      state: "closed",
      waitingSince: null,
      remindOn: null,
      closedAt: work.now,
      version: record.version + 1,
    })
    .where("id", "=", record.id)
    .execute()
}

/** Mail servers deliver again what they are not sure of. */
const isTaken = async (work: Work, record: InquiryRecord, { mailId }: Replying): Promise<boolean> => {
  if (!mailId) return false
  const taken = await work.tx
    .selectFrom("inquiryMessages")
    .select("id")
    .where("inquiryId", "=", record.id)
    .where("mailId", "=", mailId)
    .executeTakeFirst()
  return taken !== undefined
}

const refuseBlocked = async (work: Work, record: InquiryRecord): Promise<void> => {
  const asker = { addressKey: addressKey(record.askerAddress), accountId: record.askerAccountId }
  if (await isBlocked(work.tx, record.organisationId, asker))
    throw new Invalid({ body: "inquiries:error.blocked" })
}

/** Whoever answers what has been answered meanwhile reads that first. */
const checkVersion = async (work: Work, record: InquiryRecord, { version }: Replying): Promise<void> => {
  if (version === undefined || version === record.version) return
  const last = (await messagesOf(work.tx, record.id)).at(-1)
  throw new Conflict(`inquiry ${record.publicId} has gone on`, {
    current: { body: last?.body ?? "" },
    version: record.version,
  })
}

/** Members stand under their own names; an office stands for itself. */
const nameOf = (work: Work, record: InquiryRecord, side: Side, hat: Hat): string => {
  if (side === "asker") return record.askerName
  return hat.kind === "post" ? hat.post.bodyName : work.actor.name
}

const saveMessage = async (
  work: Work,
  record: InquiryRecord,
  { side, body, mailId }: Replying,
  hat: Hat,
): Promise<void> => {
  await work.tx
    .insertInto("inquiryMessages")
    .values({
      id: newId(),
      inquiryId: record.id,
      side,
      accountId: work.actor.accountId,
      name: nameOf(work, record, side, hat),
      body,
      channel: mailId ? "mail" : "page",
      mailId: mailId ?? null,
      at: work.now,
    })
    .execute()
}

const saveStep = async (work: Work, record: InquiryRecord, side: Side): Promise<void> => {
  const asks = side === "asker"
  const { remindDays } = work.city.settings.inquiries
  const due = addBusinessDays(dayOf(work.now, work.city.zone), remindDays.value)
  await work.tx
    .updateTable("inquiries")
    .set({
      state: move(inquiry, asks ? "ask" : "answer", record.state),
      version: record.version + 1,
      waitingSince: asks ? (record.waitingSince ?? work.now) : null,
      remindOn: asks ? due : null,
      closedAt: null,
      lastAt: work.now,
      ...(side === "group" && !record.answeredAt ? { answeredAt: work.now } : {}),
    })
    .where("id", "=", record.id)
    .execute()
}
