import { authorise, postHat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { command } from "#kernel/transaction.ts"

/** While somebody types, the same answer comes again and again: it was read once. */
const sameReading = { minutes: 10 }

type Read = { readonly question: string; readonly subjects: readonly { kind: string; id: string }[] }

/** X16: who was shown something about a person that is not public, and what they had asked. */
export const recordReading = command("accounts.look-up", async (work, { question, subjects }: Read) => {
  const hat = authorise(
    postHat(work.actor, work.actor.wearing?.programme ?? "*", "viewer", null) ?? "refused",
  )
  const ids = subjects.map((subject) => subject.id)
  const earlier = await work.tx
    .selectFrom("auditEvents")
    .select("subjectId")
    .where("accountId", "=", work.actor.accountId)
    .where("verb", "=", work.verb)
    .where("at", ">", work.now.subtract(sameReading))
    .where((eb) => eb("subjectId", "=", eb.fn.any(eb.val(ids))))
    .execute()
  const known = new Set(earlier.map((row) => row.subjectId))
  for (const subject of subjects)
    if (!known.has(subject.id)) await audit(work, { hat, subject, payload: { question } })
  return {}
})
