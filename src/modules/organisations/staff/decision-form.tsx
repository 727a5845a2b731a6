import { Button, Buttons } from "#web/ui/button.tsx"
import { CheckboxesField } from "#web/ui/choice-fields.tsx"
import { Form } from "#web/ui/form.tsx"
import { boxesOf, fieldsOf } from "#web/ui/form-state.ts"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { FormState } from "#web/forms.ts"
import { canDoNow } from "../policy.ts"
import { profileFields } from "../schema/form.ts"
import { checks } from "../schema/office-form.ts"
import { decisions, type Decision } from "../schema/registration.ts"
import { versionOf } from "../views/conflict-fields.tsx"
import { profileLabels } from "../views/profile-fields.tsx"
import type { RecordPageProps } from "./record-page.tsx"

/** What the wearer of this hat may decide now: registered, returned with reasons, or refused. */
export function DecisionForm({ view, actor, found: { record }, form }: RecordPageProps) {
  const may = decisions.filter((decision) => canDoNow(actor, decision, record))
  if (may.length === 0) return null
  const approves = may.includes("approve")
  const field = fieldsOf(view, form)
  return (
    <section class="record-action" aria-labelledby="decision">
      <h2 id="decision">{view.t("organisations:decision.title")}</h2>
      <Form
        view={view}
        action={view.href(`/staff/registrations/${record.publicId}/decision`)}
        version={versionOf(form, record.version)}
      >
        {approves && <Checklist view={view} form={form} />}
        <TextareaField
          {...field("reason")}
          mark={false}
          label={view.t("organisations:decision.reason")}
          hint={view.t("organisations:decision.reason-hint")}
          rows={3}
        />
        {may.includes("return") && <ReasonsAtFields view={view} form={form} />}
        <TextField
          {...field("note")}
          mark={false}
          label={view.t("organisations:decision.note")}
          hint={view.t("organisations:decision.note-hint")}
        />
        <Buttons>
          {may.map((decision) => (
            <Button kind={looks[decision]} name="decision" value={decision}>
              {view.t(`organisations:act.${decision}`)}
            </Button>
          ))}
        </Buttons>
      </Form>
    </section>
  )
}

const looks = {
  approve: "primary",
  return: "secondary",
  refuse: "quiet",
  hold: "quiet",
  release: "primary",
  decline: "secondary",
} as const satisfies Record<Decision, string>

type PartProps = { readonly view: View; readonly form: FormState }

function Checklist({ view, form }: PartProps) {
  return (
    <CheckboxesField
      {...boxesOf(view, form)("checked")}
      mark={false}
      label={view.t("organisations:decision.checked")}
      hint={view.t("organisations:decision.checked-hint")}
      columns
      options={checks.map((check) => ({ value: check, label: view.t(`organisations:check.${check}`) }))}
    />
  )
}

function ReasonsAtFields({ view, form }: PartProps) {
  const field = fieldsOf(view, form)
  const labels = profileLabels(view)
  const written = profileFields.some((name) => form.typed[`at-${name}`]?.[0])
  return (
    <details open={written}>
      <summary>{view.t("organisations:decision.at-fields")}</summary>
      {profileFields.map((name) => (
        <TextField {...field(`at-${name}`)} label={labels[name]} mark={false} />
      ))}
    </details>
  )
}
