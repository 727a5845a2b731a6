import type { Child } from "#jsx"
import { typedValue, type FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { ConflictPanel } from "#web/ui/conflict-panel.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form, formIslands, Hidden } from "#web/ui/form.tsx"
import { errorsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationSummary } from "#modules/organisations"
import type { Area } from "#modules/places"
import type { Typing } from "../queries/typings.ts"
import type { ListingState } from "../schema/workflow.ts"
import { conflictFields, versionOf } from "../views/conflict-fields.tsx"
import { ListingFields, listingLabels } from "../views/listing-fields.tsx"
import { PublicationFields, publicationLabels } from "../views/publication-fields.tsx"
import { StillMissing } from "../views/still-missing.tsx"
import { publishWords } from "./publish-words.ts"
import { TypingsLeft } from "./typings-left.tsx"

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
  /** What this person typed here and did not save. */
  readonly typings: readonly Typing[]
  /** What for, who sees it, how long. */
  readonly purpose: Child
}

/** The form by which a group publishes: all on one page, to be kept, looked at and published. */
export function FormPage(props: FormPageProps) {
  const { view, form, organisation, areas, existing } = props
  const list = `/my/organisations/${organisation.publicId}/listings`
  const title = existing ? "listings:form-edit" : "listings:own.new"
  const action = existing ? `/my/listings/${existing.publicId}` : list
  const labels = { ...listingLabels(view, form), ...publicationLabels(view) }
  return (
    <MyPage
      view={view}
      title={view.text(title)}
      scripts={[...formIslands, "more-rows", "save-typing", "still-missing"]}
      breadcrumbs={[
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: view.t("listings:own.title"), href: view.href(list) },
        { label: view.t(title) },
      ]}
    >
      <h1>{view.t(title)}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      {form.conflict && <ConflictPanel view={view} fields={conflictFields(view, form, areas)} />}
      <TypingsLeft {...props} form={form} />
      <p>{view.t("listings:form-lead", { group: organisation.name })}</p>
      {props.copied && (
        <Notice view={view} kind="info">
          <p>{view.t("listings:act.copied")}</p>
        </Notice>
      )}
      {props.purpose}
      <save-typing
        data-address={view.href(`${action}/typing`)}
        data-failed={view.text("listings:typing.failed")}
      >
        <Form
          view={view}
          action={view.href(action)}
          long
          {...(existing ? { version: versionOf(form, existing.version) } : {})}
        >
          <Hidden name="_typing" value={typedValue(form, "_typing")} />
          <Hidden name="_typing-version" value={typedValue(form, "_typing-version")} />
          <ListingFields view={view} form={form} areas={areas} />
          <div class="folds">
            <PublicationFields view={view} form={form} isPublic={existing?.state === "published"} />
          </div>
          <StillMissing view={view} areas={areas} />
          <p class="quiet" role="status" data-typing-status></p>
          <Acts view={view} existing={existing} />
        </Form>
      </save-typing>
    </MyPage>
  )
}

/** What is public can only be corrected; a draft can be kept as one. */
function Acts({ view, existing }: Pick<FormPageProps, "view" | "existing">) {
  const keeps = existing === null || existing.state === "draft"
  return (
    <Buttons>
      <Button name="intent" value="publish">
        {view.t(publishWords(existing?.state ?? null))}
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
