import type { FormState } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"

type KeyPageProps = { readonly view: View; readonly id: string; readonly form: FormState }

/** Who comes by the link of a mail brings the key in it; without script it is typed from the mail. */
export function KeyPage({ view, id, form }: KeyPageProps) {
  const label = view.t("inquiries:key.key")
  return (
    <PublicPage
      view={view}
      title={view.text("inquiries:key.title")}
      width="text"
      noindex
      scripts={["private-link", "submit-once"]}
    >
      <div class="stack">
        <h1>{view.t("inquiries:key.title")}</h1>
        <ErrorSummary view={view} errors={errorsOf(view, form, { key: label })} />
        <p class="lead">{view.t("inquiries:key.lead")}</p>
        <private-link>
          <Form view={view} action={view.href(`/inquiries/${id}/key`)}>
            <TextField
              {...fieldsOf(view, form)("key")}
              label={label}
              hint={view.t("inquiries:key.hint")}
              autocomplete="off"
              width="medium"
              required
              mark={false}
            />
            <Button size="large">{view.t("inquiries:key.do")}</Button>
          </Form>
        </private-link>
        <p>{view.t("inquiries:key.account")}</p>
      </div>
    </PublicPage>
  )
}
