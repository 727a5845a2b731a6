import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { typedValue } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { CheckboxField } from "#web/ui/choice-fields.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { contentLang } from "#web/ui/lang-mark.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationRecord } from "../queries/records.ts"
import { proposable, type Proposal } from "../schema/change-request.ts"

type OutdatedPageProps = {
  readonly view: View
  readonly purpose: Child
  readonly record: OrganisationRecord
  readonly known: Proposal
  readonly form: FormState
}

/** Anybody says what may be out of date. What is not public does not stand here. */
export function OutdatedPage({ view, purpose, record, known, form }: OutdatedPageProps) {
  const field = fieldsOf(view, form)
  const path = `/organisations/${record.publicId}`
  const shown = proposable.filter((name) => known[name] !== undefined)
  const labels = {
    word: view.t("organisations:request.word"),
    ...Object.fromEntries(shown.map((name) => [name, view.t(`organisations:form.${name}`)])),
    address: view.t("organisations:request.address"),
  }
  return (
    <PublicPage
      view={view}
      title={view.text("organisations:request.title")}
      width="text"
      noindex
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("organisations:directory.title"), href: view.href("/organisations") },
        { label: record.name, href: view.href(path), lang: contentLang(view, "ja") },
      ]}
    >
      <div class="stack">
        <h1>{view.t("organisations:request.title")}</h1>
        <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
        <p class="lead" lang={contentLang(view, "ja")}>
          {record.name}
        </p>
        <p>{view.t("organisations:request.lead")}</p>
        {purpose}
        <Form view={view} action={view.href(`${path}/outdated`)}>
          <TextareaField
            {...field("word")}
            label={view.t("organisations:request.word")}
            hint={view.t("organisations:request.word-hint")}
            rows={3}
          />
          <CheckboxField
            {...field("over")}
            value="yes"
            label={view.t("organisations:request.over-box")}
            checked={typedValue(form, "over") === "yes"}
          />
          <details open={shown.some((name) => form.errors[name])}>
            <summary>{view.t("organisations:request.fields")}</summary>
            {shown.map((name) =>
              name === "purpose" || name === "activities" ? (
                <TextareaField
                  {...field(name)}
                  mark={false}
                  label={view.t(`organisations:form.${name}`)}
                  rows={5}
                  lang="ja"
                />
              ) : (
                <TextField {...field(name)} mark={false} label={view.t(`organisations:form.${name}`)} />
              ),
            )}
          </details>
          <TextField
            {...field("address")}
            label={view.t("organisations:request.address")}
            hint={view.t("organisations:request.address-hint")}
            type="email"
            inputmode="email"
            autocomplete="email"
          />
          <Buttons>
            <Button>{view.t("organisations:request.send")}</Button>
            <ButtonLink kind="quiet" href={view.href(path)}>
              {view.t("organisations:request.back")}
            </ButtonLink>
          </Buttons>
        </Form>
      </div>
    </PublicPage>
  )
}
