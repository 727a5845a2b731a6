import type { Actor, PostRole } from "#kernel/actor.ts"
import { Moment } from "#web/dates.tsx"
import { type FormState, typedValue } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { CheckboxField, RadiosField } from "#web/ui/choice-fields.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form, FormSection } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tag } from "#web/ui/tag.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { PastEmergency } from "../queries/emergencies.ts"
import { hours } from "../schema/emergencies.ts"
import { ContentsFields, contentsLabels } from "../views/contents-fields.tsx"
import { SiteTabs } from "../views/site-tabs.tsx"

type EmergencyPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly form: FormState
  readonly mayRaise: boolean
  readonly role: PostRole
  readonly rows: readonly PastEmergency[]
  readonly names: ReadonlyMap<string, string>
}

/** The banner on every page: what stands there now, and the form that raises one. */
export function EmergencyPage(props: EmergencyPageProps) {
  const { view, actor, mayRaise, role, rows, form } = props
  const labels = {
    ...contentsLabels(view),
    link: view.t("site:emergency.link"),
    hours: view.t("site:emergency.hours"),
    why: view.t("site:emergency.why"),
    serious: view.t("site:emergency.serious"),
  }
  return (
    <StaffPage view={view} title={view.text("site:office.emergency")} scripts={["submit-once"]}>
      <h1>{view.t("site:office.title")}</h1>
      <SiteTabs view={view} actor={actor} />
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      <Notice view={view} kind="warning" title={view.t("site:emergency.only")}>
        <p>{view.t("site:emergency.who", { role: view.text(`web:role.${role}`) })}</p>
      </Notice>
      {rows.length > 0 && <Emergencies {...props} />}
      {mayRaise && <Raise {...props} />}
    </StaffPage>
  )
}

function Raise({ view, form }: EmergencyPageProps) {
  const field = fieldsOf(view, form)
  return (
    <section aria-labelledby="raise" class="stack">
      <h2 id="raise">{view.t("site:emergency.raise")}</h2>
      <Form view={view} action={view.href("/staff/site/emergency")}>
        <ContentsFields view={view} form={form} rows={2} bodyOptional />
        <FormSection title={view.t("site:emergency.how-long")}>
          <TextField {...field("link")} label={view.t("site:emergency.link")} inputmode="url" />
          <RadiosField
            {...field("hours")}
            value={typedValue(form, "hours") || "12"}
            label={view.t("site:emergency.hours")}
            options={hours.map((value) => ({
              value,
              label: view.t("site:emergency.in-hours", { hours: value }),
            }))}
            columns
            required
          />
          <TextField
            {...field("why")}
            label={view.t("site:emergency.why")}
            hint={view.t("site:emergency.why-hint")}
            required
          />
          <CheckboxField
            {...field("serious")}
            value="yes"
            checked={typedValue(form, "serious") === "yes"}
            label={view.t("site:emergency.serious")}
          />
        </FormSection>
        <Button>{view.t("site:emergency.look")}</Button>
      </Form>
    </section>
  )
}

const isStanding = (view: View, { endedAt, endsAt }: PastEmergency): boolean =>
  endedAt === null && Temporal.Instant.compare(endsAt, view.now) > 0

function Emergencies({ view, rows, names, mayRaise }: EmergencyPageProps) {
  return (
    <Table
      id="emergencies"
      caption={view.t("site:emergency.all")}
      columns={[
        { label: view.t("site:edit.title") },
        { label: view.t("site:list.state") },
        { label: view.t("site:emergency.from") },
        { label: view.t("site:emergency.to") },
        { label: view.t("site:version.who") },
        { label: view.t("site:emergency.why") },
      ]}
      rows={rows.map((row) => ({
        alert: isStanding(view, row),
        cells: [
          row.contents.ja.title,
          <State view={view} row={row} mayEnd={mayRaise} />,
          <Moment view={view} at={row.startsAt} />,
          <Moment view={view} at={row.endedAt ?? row.endsAt} />,
          names.get(row.raisedBy ?? "") ?? "",
          row.why,
        ],
      }))}
    />
  )
}

type StateProps = { readonly view: View; readonly row: PastEmergency; readonly mayEnd: boolean }

function State({ view, row, mayEnd }: StateProps) {
  if (!isStanding(view, row)) return <Tag kind="past">{view.t("site:standing.over")}</Tag>
  return (
    <>
      <Tag kind="alert" icon="warning">
        {view.t("site:emergency.standing")}
      </Tag>
      {mayEnd && (
        <Form
          view={view}
          action={view.href(`/staff/site/emergency/${row.id}/end`)}
          label={row.contents.ja.title}
        >
          <Button kind="secondary" size="small">
            {view.t("site:emergency.end")}
          </Button>
        </Form>
      )}
    </>
  )
}
