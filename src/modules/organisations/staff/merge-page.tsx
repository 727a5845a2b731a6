import { Moment } from "#web/dates.tsx"
import { typedValue, type FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { CheckboxField, RadiosField } from "#web/ui/choice-fields.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form, Hidden } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { MergePageData } from "../queries/merges.ts"
import type { ProfileField } from "../schema/form.ts"
import { differing, isList } from "../schema/merge.ts"
import { profileTexts } from "../schema/profile.ts"
import { inWords } from "../views/conflict-fields.tsx"
import { areaNames } from "../views/labels.tsx"
import { profileLabels } from "../views/profile-fields.tsx"

type MergePageProps = {
  readonly view: View
  readonly areas: readonly Area[]
  readonly page: MergePageData
  readonly form: FormState
}

/** Two registrations of one group become one: first which, then field by field. */
export function MergePage(props: MergePageProps) {
  const { view, page, form } = props
  const { record } = page.survivor
  return (
    <StaffPage
      view={view}
      title={`${view.text("organisations:merge.title")} ${record.name}`}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("organisations:office.title"), href: view.href("/staff/registrations") },
        { label: record.name, href: view.href(`/staff/registrations/${record.publicId}`) },
        { label: view.t("organisations:merge.title") },
      ]}
    >
      <h1>{view.t("organisations:merge.title")}</h1>
      <ErrorSummary
        view={view}
        errors={errorsOf(view, form, {
          with: view.t("organisations:merge.with"),
          sure: view.t("organisations:merge.title"),
        })}
      />
      {form.conflict && <Notice view={view} kind="warning" title={view.t("organisations:office.changed")} />}
      {page.missing && <Notice view={view} kind="warning" title={view.t("organisations:error.merge-with")} />}
      {record.state === "registered" && (page.other ? <Chooser {...props} /> : <Which {...props} />)}
      <Past {...props} />
    </StaffPage>
  )
}

/** The other one: from those that resemble it, or by number or address. */
function Which({ view, areas, page }: MergePageProps) {
  const path = `/staff/organisations/${page.survivor.record.publicId}/merge`
  return (
    <>
      <p>{view.t("organisations:merge.lead")}</p>
      {page.similar.length > 0 && (
        <>
          <h2>{view.t("organisations:office.similar")}</h2>
          <ul>
            {page.similar.map(({ publicId, name, mainAreaCode }) => (
              <li>
                <a href={view.href(path, { with: publicId })}>{name}</a>（
                {areaNames(view, areas, [mainAreaCode])}）
              </li>
            ))}
          </ul>
        </>
      )}
      <form class="filters" method="get" action={path}>
        {view.lang !== "ja" && <input type="hidden" name="lang" value={view.lang} />}
        <TextField view={view} name="with" mark={false} label={view.t("organisations:merge.with")} />
        <Button kind="secondary">{view.t("organisations:merge.compare")}</Button>
      </form>
    </>
  )
}

function Chooser({ view, areas, page, form }: MergePageProps) {
  const { survivor, other } = page
  if (!other) return null
  const path = `/staff/organisations/${survivor.record.publicId}/merge`
  const field = fieldsOf(view, form)
  const labels = profileLabels(view)
  const [ours, theirs] = [profileTexts(survivor.profile), profileTexts(other.profile)]
  const words = (name: ProfileField, value: string) =>
    inWords(view, areas, name, value) || view.text("web:conflict.empty")
  return (
    <Form
      view={view}
      action={view.href(path, { with: other.record.publicId })}
      version={survivor.record.version}
    >
      <Hidden name="otherVersion" value={String(other.record.version)} />
      <Notice
        view={view}
        kind="info"
        title={view.t("organisations:merge.into", { name: survivor.record.name })}
      >
        <p>{view.t("organisations:merge.moves", { name: other.record.name })}</p>
        <p>
          <a
            href={view.href(`/staff/organisations/${other.record.publicId}/merge`, {
              with: survivor.record.publicId,
            })}
          >
            {view.t("organisations:merge.turn")}
          </a>
        </p>
      </Notice>
      {differing(survivor.profile, other.profile).map((name) => (
        <RadiosField
          view={view}
          name={`take-${name}`}
          mark={false}
          label={labels[name]}
          value={typedValue(form, `take-${name}`) || (ours[name] === "" ? "other" : "survivor")}
          options={[
            { value: "survivor", label: words(name, ours[name]) },
            { value: "other", label: words(name, theirs[name]) },
            ...(isList(survivor.profile, name)
              ? [{ value: "both", label: view.t("organisations:merge.both") }]
              : []),
          ]}
        />
      ))}
      <TextareaField
        {...field("reason")}
        label={view.t("organisations:merge.reason")}
        hint={view.t("organisations:merge.reason-hint")}
        rows={2}
      />
      <CheckboxField {...field("sure")} value="yes" label={view.t("organisations:merge.sure")} />
      <Buttons>
        <Button kind="danger">{view.t("organisations:merge.do")}</Button>
      </Buttons>
    </Form>
  )
}

function Past({ view, page: { past } }: MergePageProps) {
  if (past.length === 0) return null
  return (
    <section aria-labelledby="past">
      <h2 id="past">{view.t("organisations:merge.past")}</h2>
      <ul class="people">
        {past.map(({ merge, survivor, other, open }) => (
          <li class="person">
            <p>
              {view.t("organisations:merge.was", { other: other.name, name: survivor.name })}{" "}
              <Moment view={view} at={merge.at} />
            </p>
            {merge.reason !== "" && <p>{merge.reason}</p>}
            {open ? (
              <Form view={view} action={view.href(`/staff/merges/${merge.id}/undoing`)}>
                <Buttons>
                  <Button kind="secondary">{view.t("organisations:merge.undo")}</Button>
                </Buttons>
              </Form>
            ) : (
              <p>{view.t("organisations:error.merge-edited")}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
