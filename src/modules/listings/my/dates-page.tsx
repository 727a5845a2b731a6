import type { Actor } from "#kernel/actor.ts"
import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { CheckboxesField, CheckboxField, RadiosField } from "#web/ui/choice-fields.tsx"
import { DateField, TimeField } from "#web/ui/date-field.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { FieldRow, Form } from "#web/ui/form.tsx"
import { boxesOf, errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { TextareaField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { canDoNow } from "../policy.ts"
import type { ComingDate } from "../queries/dates.ts"
import type { ListingRow } from "../queries/records.ts"
import { dateChanges } from "../schema/dates-form.ts"
import { OccurrenceText } from "../views/when.tsx"

export type DatesPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly form: FormState
  readonly row: ListingRow
  readonly dates: readonly ComingDate[]
}

/** Which dates, what happens to them, and why. */
export function DatesPage(props: DatesPageProps) {
  const { view, form, row, dates } = props
  const labels = {
    which: view.t("listings:dates.which"),
    change: view.t("listings:dates.change"),
    "to.day": view.t("listings:dates.to-day"),
    "to.start": view.t("listings:dates.to-start"),
    "to.end": view.t("listings:dates.to-end"),
    reason: view.t("listings:dates.reason"),
  }
  return (
    <MyPage
      view={view}
      title={view.text("listings:dates.title")}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: row.title, href: view.href(`/my/listings/${row.publicId}`) },
        { label: view.t("listings:dates.title") },
      ]}
    >
      <h1>{view.t("listings:dates.title")}</h1>
      <p>
        <strong>{row.title}</strong>
      </p>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      {dates.length === 0 || !canDoNow(props.actor, "change-dates", row) ? (
        <p>{view.t("listings:dates.none")}</p>
      ) : (
        <DatesForm {...props} />
      )}
    </MyPage>
  )
}

function DatesForm({ view, form, row, dates }: DatesPageProps) {
  const field = fieldsOf(view, form)
  const timeField = (name: string, label: string) => ({
    ...field(name),
    label: view.t(`listings:dates.${label}`),
    mark: false,
  })
  return (
    <Form view={view} action={view.href(`/my/listings/${row.publicId}/dates`)}>
      <p>{view.t("listings:dates.lead")}</p>
      <CheckboxesField
        {...boxesOf(view, form)("which")}
        label={view.t("listings:dates.which")}
        options={dates.map((date) => ({
          value: date.id,
          label: <OccurrenceText view={view} occurrence={date} />,
        }))}
      />
      {dates.length > 1 && (
        <CheckboxField
          view={view}
          name="all"
          label={view.t("listings:dates.all")}
          checked={field("all").value === "yes"}
        />
      )}
      <RadiosField
        {...field("change")}
        label={view.t("listings:dates.change")}
        options={dateChanges.map((change) => ({ value: change, label: view.t(`listings:dates.${change}`) }))}
        required
      />
      <FieldRow>
        <DateField {...timeField("to.day", "to-day")} hint={view.t("listings:dates.to-hint")} />
        <TimeField {...timeField("to.start", "to-start")} />
        <TimeField {...timeField("to.end", "to-end")} />
      </FieldRow>
      <TextareaField
        {...field("reason")}
        label={view.t("listings:dates.reason")}
        hint={view.t("listings:dates.reason-hint")}
        rows={2}
      />
      <Buttons>
        <Button>{view.t("listings:dates.act")}</Button>
      </Buttons>
    </Form>
  )
}
