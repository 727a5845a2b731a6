import { isAllowed, type Actor } from "#kernel/actor.ts"
import type { FormState } from "#web/forms.ts"
import { momentText } from "#web/dates.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { Form, Hidden } from "#web/ui/form.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { TextareaField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { canDoNow, canPreApprove } from "../policy.ts"
import type { ListingRow } from "../queries/records.ts"

type PartProps = { readonly view: View; readonly actor: Actor; readonly row: ListingRow }

/** X13: the look before it is public: on it goes, or back to its group. */
export function ReviewPart({ view, actor, row, form }: PartProps & { readonly form: FormState }) {
  if (!canDoNow(actor, "approve", row)) return null
  const path = `/staff/listings/${row.publicId}`
  const ahead = row.publishAt !== null && Temporal.Instant.compare(row.publishAt, view.now) > 0
  return (
    <section class="record-action" aria-labelledby="review">
      <h2 id="review">{view.t("listings:review.waiting")}</h2>
      {ahead && row.publishAt && (
        <p>{view.t("listings:review.publish-at", { at: momentText(view, row.publishAt) })}</p>
      )}
      <Form view={view} action={view.href(`${path}/approval`)}>
        <Buttons>
          <Button>{view.t(ahead ? "listings:act.approve-ahead" : "listings:act.approve")}</Button>
        </Buttons>
      </Form>
      <Form view={view} action={view.href(`${path}/return`)}>
        <TextareaField
          {...fieldsOf(view, form)("reason")}
          label={view.t("listings:review.reason")}
          hint={view.t("listings:review.reason-hint")}
          rows={3}
          required
        />
        <Buttons>
          <Button kind="secondary">{view.t("listings:act.return")}</Button>
        </Buttons>
      </Form>
    </section>
  )
}

const templates = new Set<ListingRow["state"]>(["published", "withdrawn"])

/** X13: what its group makes from it needs no further look. */
export function PreApproval({ view, actor, row }: PartProps) {
  if (row.organisationId === null || !templates.has(row.state) || !isAllowed(canPreApprove(actor, row)))
    return null
  const approved = row.preApprovedAt !== null
  return (
    <section class="record-action" aria-labelledby="pre-approval">
      <h2 id="pre-approval">
        {view.t(approved ? "listings:life.pre-approved" : "listings:review.template")}
      </h2>
      <p>{view.t("listings:review.template-text")}</p>
      <Form view={view} action={view.href(`/staff/listings/${row.publicId}/pre-approval`)}>
        <Hidden name="approved" value={approved ? "no" : "yes"} />
        <Buttons>
          <Button kind="secondary">
            {view.t(approved ? "listings:act.pre-approve-end" : "listings:act.pre-approve")}
          </Button>
        </Buttons>
      </Form>
    </section>
  )
}
