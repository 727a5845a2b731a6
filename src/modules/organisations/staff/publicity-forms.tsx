import { Button, Buttons } from "#web/ui/button.tsx"
import { CheckboxField } from "#web/ui/choice-fields.tsx"
import { Form } from "#web/ui/form.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import { canDoNow } from "../policy.ts"
import { LifeForms } from "./life-forms.tsx"
import type { RecordPageProps } from "./record-page.tsx"

/** Hiding a registered group, showing it again, ending its registration: each only where it may be done. */
export function PublicityForms(props: RecordPageProps) {
  const { actor, found } = props
  return (
    <>
      {canDoNow(actor, "suspend", found.record) && <Suspension {...props} />}
      {canDoNow(actor, "reinstate", found.record) && <Reinstatement {...props} />}
      {canDoNow(actor, "close", found.record) && <Closure {...props} />}
      <LifeForms {...props} />
    </>
  )
}

const pathOf = ({ view, found }: RecordPageProps, act: string): string =>
  view.href(`/staff/organisations/${found.record.publicId}/${act}`)

function Suspension(props: RecordPageProps) {
  const { view, form } = props
  const field = fieldsOf(view, form)
  return (
    <details open={form.errors["reason"] !== undefined}>
      <summary>{view.t("organisations:suspend.title")}</summary>
      <Form view={view} action={pathOf(props, "suspension")}>
        <TextareaField
          {...field("reason")}
          label={view.t("organisations:suspend.reason")}
          hint={view.t("organisations:suspend.reason-hint")}
          rows={3}
          required
        />
        <TextField
          {...field("note")}
          label={view.t("organisations:decision.note")}
          hint={view.t("organisations:decision.note-hint")}
        />
        <Buttons>
          <Button kind="danger">{view.t("organisations:act.suspend")}</Button>
        </Buttons>
      </Form>
    </details>
  )
}

function Reinstatement(props: RecordPageProps) {
  const { view } = props
  return (
    <Form view={view} action={pathOf(props, "reinstatement")}>
      <p>{view.t("organisations:reinstate.lead")}</p>
      <Buttons>
        <Button>{view.t("organisations:act.reinstate")}</Button>
      </Buttons>
    </Form>
  )
}

function Closure(props: RecordPageProps) {
  const { view, form } = props
  const field = fieldsOf(view, form)
  return (
    <details open={form.errors["closing"] !== undefined}>
      <summary>{view.t("organisations:close.title")}</summary>
      <Form view={view} action={pathOf(props, "closure")}>
        <TextareaField
          {...field("closing")}
          label={view.t("organisations:close.reason")}
          hint={view.t("organisations:suspend.reason-hint")}
          rows={3}
          required
        />
        <CheckboxField
          {...field("mistaken")}
          value="yes"
          label={view.t("organisations:close.mistaken")}
          hint={view.t("organisations:close.mistaken-hint")}
          checked={form.typed["mistaken"]?.[0] === "yes"}
        />
        <Buttons>
          <Button kind="danger">{view.t("organisations:act.close")}</Button>
        </Buttons>
      </Form>
    </details>
  )
}
