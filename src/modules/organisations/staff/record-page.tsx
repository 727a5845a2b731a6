import { isAllowed, type Actor } from "#kernel/actor.ts"
import { Day } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { Timeline } from "#web/ui/timeline.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import { canKeepFiles } from "../policy.ts"
import type { OfficeRecord } from "../queries/office.ts"
import type { SimilarOrganisation } from "../queries/similar.ts"
import { scanRole } from "../schema/files.ts"
import { profileFields } from "../schema/form.ts"
import { checks } from "../schema/office-form.ts"
import { areaNames, OrganisationName } from "../views/labels.tsx"
import { ProfileFacts } from "../views/profile-facts.tsx"
import { profileLabels } from "../views/profile-fields.tsx"
import { StateSteps, StateTag } from "../views/state.tsx"
import { DecisionForm } from "./decision-form.tsx"
import { isLate } from "./office-list.tsx"
import { ProxyActs } from "./proxy-acts.tsx"
import { PublicityForms } from "./publicity-forms.tsx"

export type RecordPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly found: OfficeRecord
  readonly areas: readonly Area[]
  readonly form: FormState
}

/** One group for the office: facts left, what happened right, the next action on top. */
export function RecordPage(props: RecordPageProps) {
  const { view, found, areas, form } = props
  const { record, profile } = found
  return (
    <StaffPage
      view={view}
      title={record.name}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("organisations:office.title"), href: view.href("/staff/registrations") },
        { label: record.name },
      ]}
    >
      <div class="record-head">
        <h1>{record.name}</h1>
        <StateTag view={view} state={record.state} />
        <DueLine view={view} found={found} />
      </div>
      <ErrorSummary view={view} errors={errorsOf(view, form, labelsOf(view))} />
      {form.conflict && <Notice view={view} kind="warning" title={view.t("organisations:office.changed")} />}
      <StateSteps view={view} state={record.state} />
      <div class="record">
        <div class="stack">
          <DecisionForm {...props} />
          <ProxyActs {...props} />
          <h2>{view.t("organisations:page.facts")}</h2>
          <ProfileFacts view={view} profile={profile} areas={areas} receiptNumber={record.receiptNumber} />
          <FilesLink {...props} />
          <h2 id="similar">{view.t("organisations:office.similar")}</h2>
          <Similar {...props} />
          <PublicityForms {...props} />
        </div>
        <section aria-labelledby="history">
          <h2 id="history">{view.t("organisations:history.title")}</h2>
          <History {...props} />
        </section>
      </div>
    </StaffPage>
  )
}

function FilesLink({ view, actor, found: { record } }: RecordPageProps) {
  if (!isAllowed(canKeepFiles(actor, record, scanRole))) return null
  return (
    <p>
      <a href={view.href(`/staff/organisations/${record.publicId}/files`)}>{view.t("web:file.page")}</a>
    </p>
  )
}

const labelsOf = (view: View) => ({
  checked: view.t("organisations:decision.checked"),
  reason: view.t("organisations:decision.reason"),
  note: view.t("organisations:decision.note"),
  ...Object.fromEntries(profileFields.map((field) => [`at-${field}`, profileLabels(view)[field]])),
  closing: view.t("organisations:close.reason"),
})

function DueLine({ view, found: { record } }: Pick<RecordPageProps, "view" | "found">) {
  if (!record.dueOn) return null
  return (
    <p>
      {view.t("organisations:office.due")} <Day view={view} day={record.dueOn} />
      {isLate(view, record) && <strong class="late"> {view.t("organisations:office.late")}</strong>}
    </p>
  )
}

function Similar({ view, areas, found: { similar } }: RecordPageProps) {
  if (similar.named.length === 0 && !similar.others) return <p>{view.t("organisations:office.no-similar")}</p>
  return (
    <>
      <ul>
        {similar.named.map((each) => (
          <li>
            <SimilarLink view={view} organisation={each} />（{areaNames(view, areas, [each.mainAreaCode])}）{" "}
            <StateTag view={view} state={each.state} /> {sameness(view, each)}
          </li>
        ))}
      </ul>
      {similar.others && <p>{view.t("organisations:office.similar-elsewhere")}</p>}
    </>
  )
}

function SimilarLink({
  view,
  organisation,
}: {
  readonly view: View
  readonly organisation: SimilarOrganisation
}) {
  if (organisation.state === "registered") return <OrganisationName view={view} organisation={organisation} />
  return <a href={view.href(`/staff/registrations/${organisation.publicId}`)}>{organisation.name}</a>
}

const sameness = (view: View, { sameName, sameKana, samePhone }: SimilarOrganisation): string =>
  [sameName && "name", sameKana && "kana", samePhone && "phone"]
    .filter((key) => key !== false)
    .map((key) => view.text(`organisations:office.same.${key}`))
    .join(view.lang === "en" ? ", " : "・")

function History({ view, found: { history, names } }: RecordPageProps) {
  return (
    <Timeline
      view={view}
      label={view.text("organisations:history.title")}
      entries={history.map((entry) => ({
        at: entry.at,
        what: view.t(`organisations:event.${entry.event}`),
        who: whoOf(view, entry.hat, names.get(entry.accountId ?? "")),
        detail: isSilent(entry) ? null : <Said view={view} entry={entry} />,
      }))}
    />
  )
}

/** The person and the hat they wore. */
const whoOf = (view: View, hat: string, name: string | undefined): string => {
  const [kind = "", role = ""] = hat.split(":")
  const words = kind === "post" ? view.text(`web:role.${role}`) : view.text(`organisations:hat.${kind}`)
  return name ? `${name}（${words}）` : words
}

type Entry = OfficeRecord["history"][number]

const isSilent = ({ reason, fieldReasons, note, checked }: Entry): boolean =>
  reason === "" && note === "" && checked.length === 0 && Object.keys(fieldReasons).length === 0

type SaidProps = { readonly view: View; readonly entry: Entry }

/** The reason, the reasons at single fields, and what only the office reads. */
function Said({ view, entry: { reason, fieldReasons, note, checked } }: SaidProps) {
  const labels = profileLabels(view)
  const atFields = profileFields.filter((field) => fieldReasons[field])
  return (
    <>
      {checked.length > 0 && (
        <p>
          {view.t("organisations:decision.checked")}
          {view.t("web:colon")}
          {checks
            .filter((check) => checked.includes(check))
            .map((check) => view.text(`organisations:check.${check}`))
            .join(view.lang === "en" ? ", " : "、")}
        </p>
      )}
      {reason !== "" && <p>{reason}</p>}
      {atFields.map((field) => (
        <p>
          {labels[field]}
          {view.t("web:colon")}
          {fieldReasons[field]}
        </p>
      ))}
      {note !== "" && (
        <p>
          {view.t("organisations:decision.note")}
          {view.t("web:colon")}
          {note}
        </p>
      )}
    </>
  )
}
