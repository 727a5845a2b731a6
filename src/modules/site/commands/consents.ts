import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { command } from "#kernel/transaction.ts"
import { canAgree } from "../policy.ts"
import { findAskedTerms } from "../queries/consents.ts"

/** A person agrees to the version of the terms that they were shown; once, however often it is sent. */
export const agreeToTerms = command("site.agree", async (work, input: { readonly versionId: string }) => {
  const asked = await findAskedTerms(work.tx, work.now)
  const hat = authorise(canAgree(work.actor))
  if (asked?.id !== input.versionId)
    throw new Conflict("the terms have changed since they were shown", { say: "web:error.moved-on" })
  const made = await work.tx
    .insertInto("siteConsents")
    .values({ id: newId(), accountId: work.actor.accountId ?? "", versionId: asked.id, at: work.now })
    .onConflict((row) => row.columns(["accountId", "versionId"]).doNothing())
    .returning("id")
    .executeTakeFirst()
  if (!made) return { number: asked.number }
  await audit(work, {
    hat,
    subject: { kind: "site-page", id: asked.pageId },
    payload: { number: asked.number },
  })
  return { number: asked.number }
})
