import { type Child, drawPage } from "#jsx"
import { routes } from "#web/context.ts"
import { filledForm, type FormState, submitForm, typedValue } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form, Hidden } from "#web/ui/form.tsx"
import { Notice } from "#web/ui/notice.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { authOf } from "../auth/auth.ts"
import { requestSignIn } from "../commands/sign-in.ts"
import { nextPath, requestForm } from "../schema.ts"

export const signInPage = routes()
  .get("/sign-in", async (c) => {
    const { view, context } = c.var
    const next = nextPath().parse(c.req.query("next"))
    // `again`: somebody who is signed in proves anew to be there, to set a password.
    if (context.actor.accountId && !c.req.query("again")) return c.redirect(view.href(next || "/my"), 303)
    const purpose = await c.var.purpose("account")
    return c.html(drawPage(<SignIn view={view} purpose={purpose} form={filledForm({ next })} />))
  })
  .post("/sign-in", (c) =>
    submitForm(c, {
      schema: requestForm,
      run: async (context, input) => {
        const attempt = { client: c.var.clientAddress, account: input.address }
        await authOf(context).limits.count("mail", attempt)
        const { request } = await requestSignIn(context, { ...input, lang: c.var.view.lang })
        return `/sign-in/code/${request}`
      },
      again: async (form) => (
        <SignIn view={c.var.view} purpose={await c.var.purpose("account")} form={form} />
      ),
    }),
  )

type SignInProps = { readonly view: View; readonly purpose: Child; readonly form: FormState }

function SignIn({ view, purpose, form }: SignInProps) {
  const field = fieldsOf(view, form)
  const next = typedValue(form, "next")
  const label = view.t("accounts:sign-in.address")
  return (
    <PublicPage
      view={view}
      title={view.text("accounts:sign-in.title")}
      width="text"
      noindex
      scripts={["submit-once"]}
    >
      <div class="stack">
        <h1>{view.t("accounts:sign-in.title")}</h1>
        <ErrorSummary view={view} errors={errorsOf(view, form, { address: label })} />
        <p class="lead">{view.t("accounts:sign-in.lead")}</p>
        {view.demo && (
          <Notice view={view} kind="info">
            <p>
              <a href={view.href("/demo")}>{view.t("accounts:sign-in.demo")}</a>
            </p>
          </Notice>
        )}
        <Form view={view} action={view.href("/sign-in")}>
          <Hidden name="next" value={next} />
          <TextField
            {...field("address")}
            label={label}
            hint={view.t("accounts:sign-in.address-hint")}
            type="email"
            autocomplete="email"
            inputmode="email"
            required
            mark={false}
          />
          {purpose}
          <Button size="large" icon="mail">
            {view.t("accounts:sign-in.send")}
          </Button>
        </Form>
        <p>
          <a href={view.href("/sign-in/password", { next })}>{view.t("accounts:sign-in.by-password")}</a>
        </p>
      </div>
    </PublicPage>
  )
}
