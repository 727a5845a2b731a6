import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"

/** With the code on the receipt, a person takes over a group that was entered at the counter. */
export function ClaimPage({ view, form }: { readonly view: View; readonly form: FormState }) {
  const title = view.t("organisations:claim.title")
  const label = view.t("organisations:claim.code")
  return (
    <MyPage
      view={view}
      title={view.text("organisations:claim.title")}
      scripts={["submit-once"]}
      breadcrumbs={[{ label: view.t("web:nav.my"), href: view.href("/my") }, { label: title }]}
    >
      <h1>{title}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, { code: label })} />
      <p>{view.t("organisations:claim.lead")}</p>
      <Form view={view} action={view.href("/my/claim")}>
        <TextField
          {...fieldsOf(view, form)("code")}
          label={label}
          hint={view.t("organisations:claim.hint")}
          autocomplete="off"
          width="medium"
          required
        />
        <p>{view.t("organisations:claim.agree")}</p>
        <Buttons>
          <Button>{view.t("organisations:act.take-over")}</Button>
        </Buttons>
      </Form>
      <p>{view.t("organisations:claim.none")}</p>
    </MyPage>
  )
}
