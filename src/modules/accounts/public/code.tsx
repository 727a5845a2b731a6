import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, type FormState, submitForm } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form } from "#web/ui/form.tsx"
import { Notice } from "#web/ui/notice.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { isWaiting, proofMinutes } from "../auth/proofs.ts"
import { signInByMail } from "../commands/sign-in.ts"
import { codeForm } from "../schema.ts"
import { SignInOver } from "../views/sign-in-over.tsx"
import { arrive, whoAsks } from "./arrive.ts"

export const codePage = routes()
  .get("/sign-in/code/:request", async (c) => {
    const request = c.req.param("request")
    const waiting = await reading(c.var.context, (tx) => isWaiting(tx, request))
    return waiting
      ? c.html(drawPage(<Code {...here(c, emptyForm)} />))
      : c.html(drawPage(<SignInOver view={c.var.view} />), 410)
  })
  .post("/sign-in/code/:request", (c) =>
    submitForm(c, {
      schema: codeForm,
      run: async (context, { code }) =>
        arrive(c, await signInByMail(context, whoAsks(c), c.req.param("request"), { code })),
      again: (form) => <Code {...here(c, form)} />,
    }),
  )

const here = (c: HonoContext<WebEnv, "/sign-in/code/:request">, form: FormState) => ({
  view: c.var.view,
  request: c.req.param("request"),
  form,
})

function Code({
  view,
  request,
  form,
}: {
  readonly view: View
  readonly request: string
  readonly form: FormState
}) {
  const label = view.t("accounts:code.code")
  return (
    <PublicPage
      view={view}
      title={view.text("accounts:code.title")}
      width="text"
      noindex
      scripts={["submit-once"]}
    >
      <div class="stack">
        <h1>{view.t("accounts:code.title")}</h1>
        <ErrorSummary view={view} errors={errorsOf(view, form, { code: label })} />
        <p class="lead">{view.t("accounts:code.lead", { minutes: proofMinutes })}</p>
        {view.demo && (
          <Notice view={view} kind="info">
            <p>
              <a href={view.href("/demo/mailbox")}>{view.t("accounts:code.mailbox")}</a>
            </p>
          </Notice>
        )}
        <Form view={view} action={view.href(`/sign-in/code/${request}`)}>
          <TextField
            {...fieldsOf(view, form)("code")}
            label={label}
            hint={view.t("accounts:code.code-hint")}
            autocomplete="one-time-code"
            inputmode="numeric"
            width="short"
            required
            mark={false}
          />
          <Button size="large">{view.t("accounts:sign-in.do")}</Button>
        </Form>
        <p>{view.t("accounts:code.no-mail")}</p>
        <p>
          <a href={view.href("/sign-in")}>{view.t("accounts:code.again")}</a>
        </p>
      </div>
    </PublicPage>
  )
}
