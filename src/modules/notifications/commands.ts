import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict } from "#kernel/errors.ts"
import { enqueue } from "#kernel/jobs/jobs.ts"
import { deliverMessage } from "#kernel/messages/messages.ts"
import { command } from "#kernel/transaction.ts"
import { canRetry } from "./policy.ts"
import { getMessage } from "./queries.ts"

/**
 * Sends a failed message once more. The row is not locked here: only the delivery may change it, and it sends nothing
 * that went out meanwhile.
 */
export const retryMessage = command("notifications.retry", async (work, input: { readonly id: string }) => {
  const message = await getMessage(work.tx, input.id)
  const hat = authorise(canRetry(work.actor, message))
  if (message.state !== "failed") throw new Conflict("nothing failed", { say: "web:error.moved-on" })
  await audit(work, {
    hat,
    subject: { kind: "message", id: message.id },
    payload: { attempts: message.attempts, error: message.lastError },
  })
  await enqueue(work, deliverMessage, { id: message.id }, { key: `message:${message.id}` })
  return { id: message.id }
})
