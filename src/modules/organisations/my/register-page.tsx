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
import type { Area } from "#modules/places"
import type { OwnRecord } from "../queries/own.ts"
import type { SimilarHints } from "../queries/similar.ts"
import { conflictFields, versionOf } from "../views/conflict-fields.tsx"
import { ProfileFields, formLabels } from "../views/profile-fields.tsx"
import { SimilarNotice } from "../views/similar-notice.tsx"

type RegisterPageProps = {
  readonly view: View
  readonly form: FormState
  readonly areas: readonly Area[]
  /** A draft or a returned registration; null for a new one. */
  readonly own: OwnRecord | null
  readonly similar: SimilarHints | null
  /** What for, who sees it, how long. */
  readonly purpose: Child
}

/** The form by which a person registers a group: all on one page, kept as a draft at will. */
export function RegisterPage({ view, form, areas, own, similar, purpose }: RegisterPageProps) {
  const title = "organisations:register"
  const labels = { different: view.t("organisations:similar.label"), ...formLabels(view) }
  const reasons = own?.record.state === "returned" ? (own.history[0]?.fieldReasons ?? {}) : {}
  const version = own ? versionOf(form, own.record.version) : undefined
  const path = own ? `/my/organisations/${own.record.publicId}` : "/my/organisations"
  return (
    <MyPage
      view={view}
      title={view.text(title)}
      scripts={[...formIslands, "more-rows"]}
      breadcrumbs={[{ label: view.t("web:nav.my"), href: view.href("/my") }, { label: view.t(title) }]}
    >
      <h1>{view.t(title)}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      {form.conflict && <ConflictPanel view={view} fields={conflictFields(view, form, areas)} />}
      <Returned view={view} own={own} />
      <p>
        {view.t("organisations:register-lead")}{" "}
        <a href={view.href("/forms/registration")}>{view.t("organisations:paper.print")}</a>
      </p>
      {purpose}
      <Form view={view} action={view.href(path)} long {...(version === undefined ? {} : { version })}>
        <SimilarNotice view={view} form={form} areas={areas} similar={similar} />
        <ProfileFields view={view} form={form} areas={areas} reasons={reasons} />
        <p>{view.t("organisations:register-next")}</p>
        <Buttons>
          <Button name="intent" value="submit">
            {view.t("organisations:act.submit")}
          </Button>
          <Button kind="secondary" name="intent" value="draft">
            {view.t("organisations:act.draft")}
          </Button>
        </Buttons>
      </Form>
    </MyPage>
  )
}

/** What the office asked for, above the form in which it is to be mended. */
function Returned({ view, own }: Pick<RegisterPageProps, "view" | "own">) {
  if (own?.record.state !== "returned") return null
  const said = own.history.find(({ event }) => event === "return")
  return (
    <Notice view={view} kind="warning" title={view.t("organisations:returned")}>
      <p class="timeline-detail">{said?.reason}</p>
    </Notice>
  )
}
