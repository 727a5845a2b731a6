import { type Actor, isAllowed } from "#kernel/actor.ts"
import { type Area, areaLabel } from "#modules/places"
import { type FormState, typedValue } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { SelectField } from "#web/ui/choice-fields.tsx"
import { ConflictPanel } from "#web/ui/conflict-panel.tsx"
import { DateField, TimeField } from "#web/ui/date-field.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { FieldRow, Form, formIslands, FormSection } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { canWriteNotice } from "../policy.ts"
import type { SiteNotice } from "../schema/notices.ts"
import { ContentsFields, contentsConflicts, contentsLabels } from "../views/contents-fields.tsx"

type NoticeFormPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly notice: SiteNotice | null
  readonly areas: readonly Area[]
  readonly form: FormState
}

export function NoticeFormPage(props: NoticeFormPageProps) {
  const { view, notice, form } = props
  const title = view.text(notice ? "site:notice.edit" : "site:notice.new")
  const labels = {
    ...contentsLabels(view),
    area: view.t("site:notice.area"),
    from: view.t("site:notice.from"),
    fromTime: view.t("site:publish.time"),
    to: view.t("site:notice.to"),
    reason: view.t("site:notice.reason"),
  }
  return (
    <StaffPage
      view={view}
      title={title}
      scripts={formIslands}
      breadcrumbs={[
        { label: view.t("site:office.notices"), href: view.href("/staff/site/notices") },
        { label: title },
      ]}
    >
      <h1>{title}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      {form.conflict && <ConflictPanel view={view} fields={contentsConflicts(view, form)} />}
      {notice?.state === "withdrawn" ? (
        <Notice view={view} kind="info" title={view.t("site:standing.withdrawn")}>
          <p>{notice.publicReason}</p>
        </Notice>
      ) : (
        <Writing {...props} />
      )}
      {notice?.state === "published" && <Withdrawing {...props} notice={notice} />}
    </StaffPage>
  )
}

function Writing(props: NoticeFormPageProps) {
  const { view, notice, form } = props
  const version = form.conflict?.version ?? Number(typedValue(form, "_version") || (notice?.version ?? 0))
  const path = `/staff/site/notices${notice ? `/${notice.publicId}` : ""}`
  return (
    <Form view={view} action={view.href(path)} version={version} long>
      <Where {...props} />
      <ContentsFields view={view} form={form} rows={6} />
      <Buttons>
        <Button name="intent" value="publish">
          {view.t(notice?.state === "published" ? "site:notice.save" : "site:notice.publish")}
        </Button>
        {notice?.state !== "published" && (
          <Button name="intent" value="draft" kind="secondary">
            {view.t("site:notice.draft")}
          </Button>
        )}
        {notice?.state === "published" && (
          <ButtonLink href={view.href(`/notices/${notice.publicId}`)} kind="secondary">
            {view.t("site:publish.see")}
          </ButtonLink>
        )}
      </Buttons>
    </Form>
  )
}

/** Where and how long; a ward office writes for its own ward only. */
function Where({ view, actor, areas, form }: NoticeFormPageProps) {
  const field = fieldsOf(view, form)
  const own = areas.filter(({ code, level }) => level === "ward" && isAllowed(canWriteNotice(actor, code)))
  const whole = isAllowed(canWriteNotice(actor, null))
  return (
    <FormSection title={view.t("site:notice.where")}>
      {(own.length > 0 || !whole) && (
        <SelectField
          {...field("area")}
          label={view.t("site:notice.area")}
          options={own.map((area) => ({ value: area.code, label: areaLabel(view, area) }))}
          {...(whole ? { empty: view.text("site:notice.whole-city") } : {})}
          width="medium"
        />
      )}
      <FieldRow>
        <DateField
          {...field("from")}
          label={view.t("site:notice.from")}
          hint={view.t("site:notice.from-hint")}
        />
        <TimeField {...field("fromTime")} label={view.t("site:publish.time")} />
      </FieldRow>
      <DateField {...field("to")} label={view.t("site:notice.to")} hint={view.t("site:notice.to-hint")} />
    </FormSection>
  )
}

function Withdrawing({ view, notice, form }: NoticeFormPageProps & { readonly notice: SiteNotice }) {
  return (
    <section class="record-action" aria-labelledby="withdraw">
      <h2 id="withdraw">{view.t("site:notice.withdraw")}</h2>
      <p>{view.t("site:notice.withdraw-hint")}</p>
      <Form view={view} action={view.href(`/staff/site/notices/${notice.publicId}/withdrawal`)}>
        <TextField {...fieldsOf(view, form)("reason")} label={view.t("site:notice.reason")} required />
        <Button kind="danger">{view.t("site:notice.withdraw")}</Button>
      </Form>
    </section>
  )
}
