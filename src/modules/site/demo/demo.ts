import { reading, type Context } from "#kernel/transaction.ts"
import { demoActor } from "#modules/accounts"
import { agreeToTerms } from "../commands/consents.ts"
import { findAskedTerms } from "../queries/consents.ts"

/** Everybody in the demo has agreed to the terms. */
export const demo = async (context: Context): Promise<void> => {
  const asked = await reading(context, (tx) => findAskedTerms(tx, context.clock.now()))
  for (const { key } of context.city.demoPeople)
    if (asked)
      await agreeToTerms({ ...context, actor: await demoActor(context, key) }, { versionId: asked.id })
}
