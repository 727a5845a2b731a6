import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { isAllowed } from "#kernel/actor.ts"
import { pageNumber } from "#kernel/paging.ts"
import { asActor } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { filledForm, type FormState, readForm, submitForm } from "#web/forms.ts"
import { answerOpinion } from "../commands/opinions.ts"
import { canAnswerOpinion } from "../policy.ts"
import { getOpinion, listOpinions } from "../queries/opinions.ts"
import { answerForm, opinion } from "../schema/opinions.ts"
import { OfficeOpinions, OpinionRecordPage } from "./opinion-pages.tsx"

type C = HonoContext<WebEnv>

const recordPage = async (c: C, id: string, form: FormState | null) => {
  const { context, view } = c.var
  const record = await asActor(context, (tx) => getOpinion(tx, context.actor, id))
  const { answer, change, publicText, text, publishedAt } = record.opinion
  const shown =
    form ?? filledForm({ answer, change, publicText: publicText || text, publish: publishedAt ? "yes" : "" })
  const mayAnswer = isAllowed(canAnswerOpinion(context.actor))
  return <OpinionRecordPage view={view} record={record} form={shown} mayAnswer={mayAnswer} />
}

export const opinionPages = routes()
  .get("/site/opinions", async (c) => {
    const { context, view } = c.var
    const asked = c.req.query("state")
    const state = [...opinion.states, "all" as const].find((each) => each === asked) ?? "open"
    const page = await asActor(context, (tx) =>
      listOpinions(tx, context.actor, state, pageNumber(c.req.query("page"))),
    )
    return c.html(drawPage(<OfficeOpinions view={view} actor={context.actor} state={state} page={page} />))
  })
  .get("/site/opinions/:id", async (c) => c.html(drawPage(await recordPage(c, c.req.param("id"), null))))
  .post("/site/opinions/:id/answer", async (c) => {
    const id = c.req.param("id")
    const { input } = await readForm(c, answerForm)
    return submitForm(c, {
      schema: answerForm,
      run: async (context, answer) => {
        await answerOpinion(context, { id, input: answer })
        return `/staff/site/opinions/${id}`
      },
      again: (form) => recordPage(c, id, form),
      done: input?.event === "answer" ? "site:done.answered" : "site:done.opinion-moved",
    })
  })
