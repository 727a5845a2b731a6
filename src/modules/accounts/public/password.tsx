import { drawPage } from "#jsx"
import { routes } from "#web/context.ts"
import { filledForm, type FormState, submitForm, typedValue } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form, Hidden } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { signInByPassword } from "../commands/sign-in.ts"
import { nextPath, passwordSignInForm } from "../schema.ts"
import { arrive, whoAsks } from "./arrive.ts"

export const passwordPage = routes()
  .get("/sign-in/password", (c) => {
    const next = nextPath().parse(c.req.query("next"))
    return c.html(drawPage(<PasswordSignIn view={c.var.view} form={filledForm({ next })} />))
  })
  .post("/sign-in/password", (c) =>
    submitForm(c, {
      schema: passwordSignInForm,
      run: async (context, input) => {
        const signedIn = await signInByPassword(context, whoAsks(c), input)
        return arrive(c, { ...signedIn, next: input.next })
      },
      again: (form) => <PasswordSignIn view={c.var.view} form={form} />,
    }),
  )

function PasswordSignIn({ view, form }: { readonly view: View; readonly form: FormState }) {
  const field = fieldsOf(view, form)
  const next = typedValue(form, "next")
  const labels = {
    address: view.t("accounts:sign-in.address"),
    password: view.t("accounts:password.password"),
  }
  const title = view.text("accounts:password.title")
  return (
    <PublicPage view={view} title={title} width="text" noindex scripts={["submit-once"]}>
      <div class="stack">
        <h1>{view.t("accounts:password.title")}</h1>
        <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
        <Form view={view} action={view.href("/sign-in/password")}>
          <Hidden name="next" value={next} />
          <TextField
            {...field("address")}
            label={labels.address}
            type="email"
            autocomplete="username"
            inputmode="email"
            required
            mark={false}
          />
          <TextField
            {...field("password")}
            value=""
            label={labels.password}
            type="password"
            autocomplete="current-password"
            required
            mark={false}
          />
          <Button size="large">{view.t("accounts:sign-in.do")}</Button>
        </Form>
        <p>
          <a href={view.href("/sign-in", { next })}>{view.t("accounts:password.by-mail")}</a>
        </p>
      </div>
    </PublicPage>
  )
}
