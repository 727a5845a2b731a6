import { anonymous, memberHat, systemActor, type Actor } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict, Forbidden, Invalid, NotFound } from "#kernel/errors.ts"
import { asActor, type Context, type Transaction } from "#kernel/transaction.ts"
import { accountNames } from "#modules/accounts"
import { memberRecipients, membershipsOf } from "#modules/organisations"
import { isSignOf, tokenIn, type Token } from "../mail/addresses.ts"
import { largestMail, readMail, type MailRefusal } from "../mail/incoming.ts"
import { getRecord, type InquiryRecord } from "../queries/records.ts"
import { longestMessage } from "../schema.ts"
import { writeMessage } from "./reply.ts"

export type Received =
  | { readonly outcome: "accepted"; readonly inquiry: string }
  | { readonly outcome: "ignored" }
  | { readonly outcome: "refused"; readonly reason: MailRefusal }

const refused = (reason: MailRefusal): Received => ({ outcome: "refused", reason })

/**
 * Takes one mail as an answer in the conversation that its address is signed for. The sign alone says who writes;
 * From is not looked at. What programs wrote is dropped without a word, so that no two of them talk forever.
 */
export const receiveMail = async (
  context: Omit<Context, "actor">,
  raw: Uint8Array,
  envelope: readonly string[] = [],
): Promise<Received> => {
  if (raw.byteLength > largestMail) return refused("too-large")
  const mail = await readMail(raw, envelope)
  if (!mail) return refused("unreadable")
  const token = context.replyAddress ? tokenIn(context.replyAddress, mail.addresses) : null
  const writer = token && (await writerOf(context, token))
  if (!writer) return refused("unknown-address")
  if (mail.automatic) return { outcome: "ignored" }
  if (writer.lately >= mostAnHour) return refused("too-many")
  if (mail.text === "") return refused("no-text")
  if ([...mail.text].length > longestMessage) return refused("too-long")
  const { record, side, actor } = writer
  const key = side === "asker" ? record.askerKey : undefined
  try {
    const written = await writeMessage(
      { ...context, actor },
      { id: record.publicId, side, key, body: mail.text, mailId: mail.mailId || `none-${Date.now()}` },
    )
    return { outcome: "accepted", inquiry: written.id }
  } catch (error) {
    if (error instanceof Invalid) return refused("blocked")
    if (error instanceof Forbidden || error instanceof Conflict) return refused("closed")
    throw error
  }
}

/** Two programs that do not say what they are would go on all night. */
const mostAnHour = 30

type Writer = {
  readonly record: InquiryRecord
  readonly side: "asker" | "group"
  readonly actor: Actor
  /** Mails taken in this conversation in the last hour. */
  readonly lately: number
}

/** Whoever the address was made for. Who left the group since has no address any more. */
const writerOf = (context: Omit<Context, "actor">, token: Token): Promise<Writer | null> =>
  asActor({ ...context, actor: systemActor("mail-in") }, async (tx) => {
    const record = await getRecord(tx, { id: token.publicId }).catch(orNothing)
    if (!record || record.forgottenAt) return null
    const lately = await countLately(tx, record.id, context.clock.now())
    if (isSignOf(record.mailKey, "asker", token.sign))
      return { record, side: "asker", actor: { ...anonymous, accountId: record.askerAccountId }, lately }
    const members = await memberRecipients(tx, record.organisationId)
    const writer = members.find(({ accountId }) => isSignOf(record.mailKey, accountId ?? "", token.sign))
    if (!writer?.accountId) return null
    const today = dayOf(context.clock.now(), context.city.zone)
    const actor = await memberOf(tx, writer.accountId, today)
    return memberHat(actor, record.organisationId) ? { record, side: "group", actor, lately } : null
  })

const orNothing = (error: unknown): null => {
  if (error instanceof NotFound) return null
  throw error
}

const memberOf = async (tx: Transaction, accountId: string, today: Temporal.PlainDate): Promise<Actor> => ({
  ...anonymous,
  accountId,
  name: (await accountNames(tx, [accountId])).get(accountId) ?? "",
  memberships: await membershipsOf(tx, accountId, today),
})

const countLately = async (tx: Transaction, inquiryId: string, now: Temporal.Instant): Promise<number> => {
  const { total } = await tx
    .selectFrom("inquiryMessages")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .where("inquiryId", "=", inquiryId)
    .where("channel", "=", "mail")
    .where("at", ">", now.subtract({ hours: 1 }))
    .executeTakeFirstOrThrow()
  return Number(total)
}
