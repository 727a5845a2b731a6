import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { RadiosField } from "#web/ui/choice-fields.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { contentLang } from "#web/ui/lang-mark.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { ListingDetail } from "../queries/public.ts"
import { whys } from "../schema/reports.ts"

type ReportPageProps = {
  readonly view: View
  readonly listing: ListingDetail
  readonly purpose: Child
  readonly form: FormState
}

/** A reader tells the office that something is wrong with a listing; no account is asked for. */
export function ReportPage({ view, listing, purpose, form }: ReportPageProps) {
  const lang = contentLang(view, listing.title.lang === "en" ? "en" : "ja")
  const page = `/listings/${listing.publicId}`
  const field = fieldsOf(view, form)
  const labels = {
    why: view.t("listings:report.why"),
    text: view.t("listings:report.text"),
    address: view.t("listings:report.address"),
  }
  return (
    <PublicPage
      view={view}
      title={view.text("listings:report.title")}
      width="text"
      noindex
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: listing.title.body, href: view.href(page), ...(lang ? { lang } : {}) },
        { label: view.t("listings:report.title") },
      ]}
    >
      <h1>{view.t("listings:report.title")}</h1>
      <p lang={lang}>
        <strong>{listing.title.body}</strong>
      </p>
      <p>{view.t("listings:report.lead")}</p>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      {purpose}
      <Form view={view} action={view.href(`${page}/report`)}>
        <RadiosField
          {...field("why")}
          label={labels.why}
          options={whys.map((why) => ({ value: why, label: view.t(`listings:why.${why}`) }))}
          required
        />
        <TextareaField
          {...field("text")}
          label={labels.text}
          hint={view.t("listings:report.text-hint")}
          rows={4}
        />
        <TextField
          {...field("address")}
          label={labels.address}
          hint={view.t("listings:report.address-hint")}
          type="email"
          autocomplete="email"
        />
        <Buttons>
          <Button>{view.t("listings:act.send-report")}</Button>
          <ButtonLink kind="quiet" href={view.href(page)}>
            {view.t("listings:report.back")}
          </ButtonLink>
        </Buttons>
      </Form>
    </PublicPage>
  )
}
