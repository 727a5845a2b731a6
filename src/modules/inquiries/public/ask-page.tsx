import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form, formIslands } from "#web/ui/form.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { nameIn, OrganisationName } from "#modules/organisations"
import type { Subject } from "../queries/subject.ts"
import { longestMessage } from "../schema.ts"
import { speedText } from "../views/labels.tsx"

type AskPageProps = {
  readonly view: View
  readonly purpose: Child
  readonly subject: Subject
  /** Of the group or the listing that is asked about. */
  readonly path: string
  readonly form: FormState
  /** Who is signed in needs no address. */
  readonly known: boolean
  readonly days: number | null
}

/** Asking a group something. */
export function AskPage(props: AskPageProps) {
  const { view, subject, path, form } = props
  const { organisation, listing } = subject
  const name = nameIn(view, organisation)
  const of = listing ? listing.title : name.text
  return (
    <PublicPage
      view={view}
      title={view.text("inquiries:ask.title")}
      width="text"
      noindex
      scripts={formIslands}
      breadcrumbs={[
        { label: of, href: view.href(path), lang: contentLang(view, listing ? "ja" : name.lang) },
        { label: view.t("inquiries:ask.title") },
      ]}
    >
      <div class="stack">
        <h1>{view.t("inquiries:ask.title")}</h1>
        <ErrorSummary
          view={view}
          errors={errorsOf(view, form, {
            name: view.t("inquiries:form.name"),
            address: view.t("inquiries:form.address"),
            body: view.t("inquiries:form.body"),
          })}
        />
        <p class="lead">
          {view.t("inquiries:ask.to")} <OrganisationName view={view} organisation={organisation} />
        </p>
        {listing && (
          <p>
            {view.t("inquiries:page.about")} <span lang={contentLang(view, "ja")}>{listing.title}</span>
          </p>
        )}
        {props.days !== null && <p>{speedText(view, props.days)}</p>}
        {props.purpose}
        <AskForm {...props} />
      </div>
    </PublicPage>
  )
}

function AskForm({ view, path, form, known }: AskPageProps) {
  const field = fieldsOf(view, form)
  return (
    <Form view={view} action={view.href(`${path}/inquiry`)} long>
      <TextareaField
        {...field("body")}
        label={view.t("inquiries:form.body")}
        hint={view.t("inquiries:ask.body-hint", { most: longestMessage })}
        rows={8}
        required
      />
      <TextField
        {...field("name")}
        label={view.t("inquiries:form.name")}
        hint={view.t("inquiries:ask.name-hint")}
        autocomplete="name"
        width="medium"
        required
      />
      {!known && (
        <TextField
          {...field("address")}
          label={view.t("inquiries:form.address")}
          hint={view.t("inquiries:ask.address-hint")}
          type="email"
          autocomplete="email"
          required
        />
      )}
      <Trap view={view} />
      <Button size="large" icon="mail">
        {view.t("inquiries:ask.do")}
      </Button>
    </Form>
  )
}

function Trap({ view }: { readonly view: View }) {
  return (
    <p class="form-trap" aria-hidden="true">
      <label>
        {view.t("inquiries:ask.trap")}
        <input type="text" name="website" value="" tabindex={-1} autocomplete="off" />
      </label>
    </p>
  )
}
