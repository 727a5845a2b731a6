import type { Context as HonoContext } from "hono"
import { draw, drawPage } from "#jsx"
import { readQuestion } from "#kernel/question.ts"
import { asActor } from "#kernel/transaction.ts"
import { recordReading } from "#modules/accounts"
import { routes, type WebEnv } from "#web/context.ts"
import type { Hit } from "#web/manifest.ts"
import { Answers, FindPage } from "../views/find-page.tsx"

export const findPage = routes().get("/find", async (c) => {
  const { view } = c.var
  const words = c.req.query("q") ?? ""
  const hits = await hitsOf(c, words)
  if (c.req.query("part") === "1") return c.html(draw(<Answers view={view} hits={hits} words={words} />))
  return c.html(drawPage(<FindPage view={view} hits={hits} words={words.slice(0, 100)} />))
})

/** X16: what is not public about a person is written down before it is shown. */
const hitsOf = async (c: HonoContext<WebEnv>, words: string): Promise<readonly Hit[]> => {
  const { context, collected } = c.var
  const question = readQuestion(words)
  if (question.text === "") return []
  const hits = await asActor(context, (tx) => collected.lookups(tx, question))
  const subjects = hits.flatMap(({ personal }) => personal ?? [])
  if (subjects.length > 0) await recordReading(context, { question: question.text, subjects })
  return hits
}
