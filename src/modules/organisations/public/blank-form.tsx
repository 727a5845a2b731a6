import type { Child } from "#jsx"
import { PrintPage } from "#web/layout/print.tsx"
import { ruby } from "#web/ruby.tsx"
import type { View } from "#web/view.ts"
import { areaRuby, type Area } from "#modules/places"
import { fieldGroups } from "../schema/fields.ts"
import { contactItems, organisationKinds, type ProfileField } from "../schema/form.ts"
import { fieldLabel, kindLabel } from "../views/labels.tsx"

type BlankFormProps = { readonly view: View; readonly areas: readonly Area[] }

/** The registration on paper, for whoever writes by hand: large type, boxes, and room to write. */
export function BlankForm({ view, areas }: BlankFormProps) {
  return (
    <PrintPage view={view} title={view.text("organisations:paper.title")}>
      <p>{view.t("organisations:paper.lead")}</p>
      <div class="paper">
        <Line view={view} field="kana" />
        <Line view={view} field="name" />
        <Boxes label={view.t("organisations:form.kind")}>
          {organisationKinds.map((kind) => kindLabel(view, kind))}
        </Boxes>
        <Places view={view} areas={areas} />
        <Boxes label={view.t("organisations:form.fields")}>
          {fieldGroups.flatMap(({ fields }) => fields.map((field) => fieldLabel(view, field)))}
        </Boxes>
        <Line view={view} field="purpose" lines={3} />
        <Line view={view} field="activities" lines={4} />
        <Line view={view} field="since" />
        <Line view={view} field="contactName" />
        <Line view={view} field="contactPhone" />
        <Line view={view} field="contactFax" />
        <Line view={view} field="contactMail" />
        <Line view={view} field="contactAddress" />
        <Line view={view} field="website" />
        <Boxes label={view.t("organisations:form.shown")}>
          {contactItems.map((item) => view.t(`organisations:item.${item}`))}
        </Boxes>
        <Line view={view} field="recognitions" lines={2} />
      </div>
      <p>{view.t("organisations:paper.use")}</p>
      <section class="paper-office" aria-labelledby="office">
        <h2 id="office">{view.t("organisations:paper.office")}</h2>
        <div class="paper paper-columns">
          <Box label={view.t("organisations:slip.received")} />
          <Box label={view.t("organisations:receipt-number")} />
          <Box label={view.t("organisations:paper.person")} />
        </div>
      </section>
    </PrintPage>
  )
}

type LineProps = { readonly view: View; readonly field: ProfileField; readonly lines?: number }

function Line({ view, field, lines = 1 }: LineProps) {
  return <Box label={view.t(`organisations:form.${field}`)} lines={lines} />
}

function Box({ label, lines = 1 }: { readonly label: Child; readonly lines?: number }) {
  return (
    <div class="paper-row">
      <p class="paper-label">{label}</p>
      <div class="paper-space" data-lines={String(lines)} />
    </div>
  )
}

function Boxes({ label, children }: { readonly label: Child; readonly children: readonly Child[] }) {
  return (
    <div class="paper-row">
      <p class="paper-label">{label}</p>
      <ul class="paper-boxes">
        {children.map((choice) => (
          <li>{choice}</li>
        ))}
      </ul>
    </div>
  )
}

function Places({ view, areas }: BlankFormProps) {
  const wards = areas.filter(({ level }) => level === "ward")
  if (wards.length === 0) return <Line view={view} field="districts" />
  return (
    <>
      <Boxes label={view.t("organisations:form.mainArea")}>
        {[
          ...wards.map((area) => ruby(areaRuby(view, area))),
          view.t("organisations:whole-city"),
          view.t("organisations:outside"),
        ]}
      </Boxes>
      <Line view={view} field="areas" />
      <Line view={view} field="districts" />
    </>
  )
}
