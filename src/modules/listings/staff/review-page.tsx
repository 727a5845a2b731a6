import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { RadiosField, SelectField } from "#web/ui/choice-fields.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form, Hidden } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { Table } from "#web/ui/table.tsx"
import type { View } from "#web/view.ts"
import { bodyLabel, type Body } from "#modules/places"
import { reviews, type Review } from "../schema/review.ts"

type ReviewSettingsPageProps = {
  readonly view: View
  readonly form: FormState
  /** The offices that one may set it for. */
  readonly bodies: readonly Body[]
  readonly own: ReadonlyMap<string, Review>
  /** What the city's profile says. */
  readonly city: Review
}

/** Whether an office looks at listings before they are public. */
export function ReviewSettingsPage(props: ReviewSettingsPageProps) {
  const { view, form, bodies } = props
  return (
    <StaffPage
      view={view}
      title={view.text("listings:review.title")}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("listings:office.title"), href: view.href("/staff/listings") },
        { label: view.t("listings:review.title") },
      ]}
    >
      <h1>{view.t("listings:review.title")}</h1>
      <p>{view.t("listings:review.lead")}</p>
      <Notice view={view} kind="info">
        <p>{view.t("listings:review.assumed")}</p>
        <p>{view.t("listings:review.note")}</p>
      </Notice>
      <ErrorSummary view={view} errors={errorsOf(view, form, { review: view.t("listings:review.title") })} />
      {bodies.length === 0 ? (
        <EmptyState title={view.t("listings:review.none")} />
      ) : (
        <>
          <Settings {...props} />
          <SettingForm {...props} />
        </>
      )}
    </StaffPage>
  )
}

const standing = ({ own, city }: ReviewSettingsPageProps, { id }: Body): Review => own.get(id) ?? city

function Settings(props: ReviewSettingsPageProps) {
  const { view, bodies, own, city } = props
  const followed = view.t("listings:review.city", { review: view.text(`listings:review.${city}`) })
  return (
    <Table
      id="reviews"
      caption={view.t("listings:review.title")}
      captionHidden
      columns={[{ label: view.t("listings:review.body") }, { label: view.t("listings:own.state") }]}
      rows={bodies.map((body) => ({
        cells: [
          bodyLabel(view, body),
          own.has(body.id) ? view.t(`listings:review.${standing(props, body)}`) : followed,
        ],
      }))}
    />
  )
}

function SettingForm(props: ReviewSettingsPageProps) {
  const { view, form, bodies, own, city } = props
  const field = fieldsOf(view, form)
  const [only, other] = bodies
  return (
    <Form view={view} action={view.href("/staff/listing-review")}>
      {other ? (
        <SelectField
          {...field("body")}
          label={view.t("listings:review.body")}
          options={bodies.map((body) => ({ value: body.id, label: bodyLabel(view, body) }))}
          required
        />
      ) : (
        <Hidden name="body" value={only?.id ?? ""} />
      )}
      <RadiosField
        {...field("review")}
        value={field("review").value || (only && !other ? (own.get(only.id) ?? "city") : "city")}
        label={view.t("listings:review.title")}
        options={[
          {
            value: "city",
            label: view.t("listings:review.city", { review: view.text(`listings:review.${city}`) }),
          },
          ...reviews.map((review) => ({ value: review, label: view.t(`listings:review.${review}`) })),
        ]}
        required
      />
      <Buttons>
        <Button>{view.t("listings:act.set-review")}</Button>
      </Buttons>
    </Form>
  )
}
