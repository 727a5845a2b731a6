import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { ConflictPanel } from "#web/ui/conflict-panel.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form, formIslands } from "#web/ui/form.tsx"
import { errorsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationSummary } from "#modules/organisations"
import type { Area } from "#modules/places"
import type { ListingDetail } from "../queries/public.ts"
import type { ListingState } from "../schema/workflow.ts"
import { conflictFields, versionOf } from "../views/conflict-fields.tsx"
import { ListingBody } from "../views/listing-body.tsx"
import { ListingFields, listingLabels } from "../views/listing-fields.tsx"

export type FormPageProps = {
  readonly view: View
  readonly form: FormState
  readonly organisation: OrganisationSummary
  readonly areas: readonly Area[]
  /** What is there already; null for something new. */
  readonly existing: {
    readonly publicId: string
    readonly version: number
    readonly state: ListingState
  } | null
  /** Begun with what stays the same since the last one. */
  readonly copied: boolean
  /** How it would read; only where somebody asked. */
  readonly preview: ListingDetail | null
  /** What for, who sees it, how long. */
  readonly purpose: Child
}

/** The form by which a group publishes: all on one page, to be kept, looked at and published. */
export function FormPage(props: FormPageProps) {
  const { view, form, organisation, areas, existing } = props
  const list = `/my/organisations/${organisation.publicId}/listings`
  const title = existing ? "listings:form-edit" : "listings:own.new"
  return (
    <MyPage
      view={view}
      title={view.text(title)}
      scripts={[...formIslands, "more-rows"]}
      breadcrumbs={[
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: view.t("listings:own.title"), href: view.href(list) },
        { label: view.t(title) },
      ]}
    >
      <h1>{view.t(title)}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, listingLabels(view, form))} />
      {form.conflict && <ConflictPanel view={view} fields={conflictFields(view, form, areas)} />}
      <Preview {...props} />
      <p>{view.t("listings:form-lead", { group: organisation.name })}</p>
      {props.copied && (
        <Notice view={view} kind="info">
          <p>{view.t("listings:act.copied")}</p>
        </Notice>
      )}
      {props.purpose}
      <Form
        view={view}
        action={view.href(existing ? `/my/listings/${existing.publicId}` : list)}
        long
        {...(existing ? { version: versionOf(form, existing.version) } : {})}
      >
        <ListingFields view={view} form={form} areas={areas} />
        <Acts view={view} existing={existing} />
      </Form>
    </MyPage>
  )
}

function Preview({ view, preview }: FormPageProps) {
  if (!preview) return null
  return (
    <section class="preview" aria-labelledby="preview">
      <Notice view={view} kind="info">
        <h2 class="notice-title" id="preview">
          {view.t("listings:preview.title")}
        </h2>
        <p>{view.t("listings:preview.text")}</p>
      </Notice>
      <p>
        <strong>{preview.title.body}</strong>
      </p>
      <ListingBody view={view} listing={preview} />
    </section>
  )
}

/** What is public can only be corrected; a draft can be kept as one. */
function Acts({ view, existing }: Pick<FormPageProps, "view" | "existing">) {
  const isPublic = existing?.state === "published"
  const keeps = existing === null || existing.state === "draft"
  return (
    <Buttons>
      <Button name="intent" value="publish">
        {view.t(isPublic ? "listings:act.correct" : "listings:act.publish")}
      </Button>
      {keeps && (
        <Button kind="secondary" name="intent" value="draft">
          {view.t("listings:act.draft")}
        </Button>
      )}
      <Button kind="quiet" name="intent" value="preview">
        {view.t("listings:act.preview")}
      </Button>
    </Buttons>
  )
}
