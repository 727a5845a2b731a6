import { authorise, memberHat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { command } from "#kernel/transaction.ts"
import { canReply } from "../policy.ts"
import { lockRecord } from "../queries/records.ts"
import { mayTalk } from "../schema/talks.ts"
import { dueDay } from "./due.ts"
import { tellGroup, tellOffice } from "./letters.ts"
import { subjectOf } from "./publish.ts"

/** X13: the group answers what the office said when it hid or returned something, and the office answers back. */
export const reply = command(
  "listings.reply",
  async (work, { id, text }: { readonly id: string; readonly text: string }) => {
    const row = await lockRecord(work, id)
    const hat = authorise(canReply(work.actor, row))
    if (!mayTalk(row.state))
      throw new Conflict("there is nothing to talk about", { say: "web:error.moved-on" })
    if (text === "") throw new Invalid({ text: "web:error.required" })
    const side = memberHat(work.actor, row.organisationId ?? "") ? "group" : "office"
    await work.tx
      .insertInto("listingTalks")
      .values({
        ...{ id: newId(), listingId: row.id, at: work.now, side, body: text },
        accountId: work.actor.accountId,
        dueOn: side === "group" ? dueDay(work, "listingReportDays") : null,
      })
      .execute()
    await audit(work, { hat, subject: subjectOf(row), payload: { text } })
    await (side === "group" ? tellOffice(work, row, "reply", text) : tellGroup(work, row, "reply", text))
    return { id }
  },
)
