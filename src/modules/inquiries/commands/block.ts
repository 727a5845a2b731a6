import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { command } from "#kernel/transaction.ts"
import { addressKey } from "../mail/addresses.ts"
import { canBlock } from "../policy.ts"
import { lockRecord } from "../queries/records.ts"
import { refreshStanding } from "../queries/standings.ts"
import { saveClosed } from "./reply.ts"

type Named = { readonly id: string }

/** The group takes no more messages from whoever asked; the conversation is closed. Nobody else is touched. */
export const blockAsker = command("inquiries.block", async (work, { id }: Named) => {
  const record = await lockRecord(work.tx, { id })
  const hat = authorise(canBlock(work.actor, record))
  await work.tx
    .insertInto("inquiryBlocks")
    .values({
      organisationId: record.organisationId,
      addressKey: addressKey(record.askerAddress),
      accountId: record.askerAccountId,
      at: work.now,
      byAccountId: work.actor.accountId,
    })
    .onConflict((row) => row.columns(["organisationId", "addressKey"]).doNothing())
    .execute()
  if (record.state !== "closed") await saveClosed(work, record)
  await refreshStanding(work, record.organisationId)
  await audit(work, { hat, subject: { kind: "inquiry", id: record.id }, payload: {} })
  return { id: record.publicId }
})

/** The group takes messages from them again. */
export const unblockAsker = command("inquiries.unblock", async (work, { id }: Named) => {
  const record = await lockRecord(work.tx, { id })
  const hat = authorise(canBlock(work.actor, record))
  await work.tx
    .deleteFrom("inquiryBlocks")
    .where("organisationId", "=", record.organisationId)
    .where((eb) =>
      eb.or([
        eb("addressKey", "=", addressKey(record.askerAddress)),
        ...(record.askerAccountId ? [eb("accountId", "=", record.askerAccountId)] : []),
      ]),
    )
    .execute()
  await audit(work, { hat, subject: { kind: "inquiry", id: record.id }, payload: {} })
  return { id: record.publicId }
})
