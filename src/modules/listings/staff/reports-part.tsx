import { isAllowed, type Actor } from "#kernel/actor.ts"
import type { FormState } from "#web/forms.ts"
import { Button, Buttons } from "#web/ui/button.tsx"
import { RadiosField } from "#web/ui/choice-fields.tsx"
import { Form } from "#web/ui/form.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { TextareaField } from "#web/ui/text-field.tsx"
import { Timeline } from "#web/ui/timeline.tsx"
import type { View } from "#web/view.ts"
import { canDecideReports } from "../policy.ts"
import type { ListingRow } from "../queries/records.ts"
import type { Report } from "../queries/reports.ts"
import { outcomes } from "../schema/reports.ts"

type ReportsPartProps = {
  readonly view: View
  readonly actor: Actor
  readonly row: ListingRow
  readonly form: FormState
  readonly reports: readonly Report[]
}

/** What readers reported, and what was done about it. */
export function ReportsPart(props: ReportsPartProps) {
  const { view, reports } = props
  if (reports.length === 0) return null
  const waits = reports.some(({ decidedAt }) => decidedAt === null)
  return (
    <section class="record-action" aria-labelledby="reports">
      <h2 id="reports">{view.t("listings:reports.title")}</h2>
      <Timeline
        view={view}
        label={view.text("listings:reports.title")}
        entries={reports.map((report) => ({
          at: report.at,
          what: view.t(`listings:why.${report.why}`),
          who: stateOf(view, report),
          detail: [report.body, report.answer].filter((each) => each !== "").join("\n\n"),
          icon: "info",
        }))}
      />
      {waits && <Decision {...props} />}
    </section>
  )
}

const stateOf = (view: View, { outcome, hasAddress }: Report) => {
  if (outcome) return view.t(`listings:outcome.${outcome}`)
  return hasAddress ? view.t("listings:reports.address") : null
}

function Decision({ view, actor, row, form }: ReportsPartProps) {
  if (!isAllowed(canDecideReports(actor, row))) return null
  const field = fieldsOf(view, form)
  return (
    <Form view={view} action={view.href(`/staff/listings/${row.publicId}/reports`)}>
      <RadiosField
        {...field("outcome")}
        label={view.t("listings:reports.outcome")}
        options={outcomes.map((outcome) => ({
          value: outcome,
          label: view.t(`listings:outcome.${outcome}`),
        }))}
        required
      />
      <TextareaField
        {...field("answer")}
        label={view.t("listings:reports.answer")}
        hint={view.t("listings:reports.answer-hint")}
        rows={3}
        required
      />
      <Buttons>
        <Button kind="secondary">{view.t("listings:act.decide")}</Button>
      </Buttons>
    </Form>
  )
}
