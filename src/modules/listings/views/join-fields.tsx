import { DateField, TimeField } from "#web/ui/date-field.tsx"
import { FieldRow, FormSection } from "#web/ui/form.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import { choices, entries } from "../schema/details.ts"
import { Fold } from "./fold.tsx"
import { Asked, Line, OneOf, partsOf, type ListingFieldsProps } from "./form-parts.tsx"

/** How to join: in words first, then what machines and lists need of it. */
export function JoinSection(props: ListingFieldsProps) {
  const { view } = props
  const { field, hint } = partsOf(props)
  return (
    <Asked part="how">
      <FormSection title={view.t("listings:how-to-join")}>
        <TextareaField {...field("howToJoin")} hint={hint("howToJoin")} rows={3} required />
        <Asked part="entry">
          <OneOf all={props} name="entry" codes={entries} words="entry" />
        </Asked>
        <Ways {...props} />
        <div class="folds">
          <Limits {...props} />
        </div>
      </FormSection>
    </Asked>
  )
}

const limits = [
  ...["applyFrom.day", "applyFrom.time", "apply.day", "apply.time"],
  ...["choice", "capacityNumber", "capacity"],
]

/** From when until when, how many, and who is chosen. */
function Limits(props: ListingFieldsProps) {
  const { view } = props
  const { field, hint } = partsOf(props)
  return (
    <Fold
      {...props}
      title={view.t("listings:fold.limits")}
      lead={view.t("listings:fold.limits-lead")}
      names={limits}
    >
      <Bounds {...props} />
      <OneOf all={props} name="choice" codes={choices} words="choice" />
      <Asked part="seats">
        <FieldRow>
          <TextField
            {...field("capacityNumber")}
            inputmode="numeric"
            width="short"
            hint={hint("capacityNumber")}
          />
          <TextField {...field("capacity")} hint={hint("capacity")} />
        </FieldRow>
      </Asked>
    </Fold>
  )
}

/** By telephone or however else: one of them where one has to apply. */
function Ways(props: ListingFieldsProps) {
  const { view } = props
  return (
    <fieldset class="form-part" data-way="apply">
      <legend>{view.t("listings:form.ways")}</legend>
      <p class="field-hint">{view.t("listings:hint.ways")}</p>
      <Line all={props} name="byPhone" type="tel" />
      <Line all={props} name="byMail" type="email" />
      <div class="folds">
        <Fold
          {...props}
          title={view.t("listings:fold.ways")}
          lead={view.t("listings:fold.ways-lead")}
          names={["byForm", "byFax", "byPostcard", "byCounter"]}
        >
          <Line all={props} name="byForm" type="url" />
          <Line all={props} name="byFax" type="tel" />
          <Line all={props} name="byPostcard" />
          <Line all={props} name="byCounter" />
        </Fold>
      </div>
    </fieldset>
  )
}

function Bounds(props: ListingFieldsProps) {
  const { field, hint } = partsOf(props)
  return (
    <div class="asked" data-way="apply">
      <FieldRow>
        <DateField {...field("applyFrom.day")} hint={hint("applyFrom.day")} />
        <TimeField {...field("applyFrom.time")} />
      </FieldRow>
      <FieldRow>
        <DateField {...field("apply.day")} hint={hint("apply.day")} />
        <TimeField {...field("apply.time")} hint={hint("apply.time")} />
      </FieldRow>
    </div>
  )
}
