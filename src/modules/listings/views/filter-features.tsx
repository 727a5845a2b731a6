import { CheckboxesField, SelectField } from "#web/ui/choice-fields.tsx"
import { durationText } from "#web/day-text.ts"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { audiences } from "../schema/details.ts"
import { features } from "../schema/drawn-out.ts"
import { hours, offeredMinutes, type ListingFilter } from "../schema/filter.ts"

type Props = { readonly view: View; readonly filter: ListingFilter }

/** activity-publishing.R5: short times, what is welcome and offered, for whom, in which district. */
export function FilterFeatures({ view, filter }: Props) {
  const field = { view, mark: false } as const
  return (
    <>
      <div class="finder-line">
        <SelectField
          {...field}
          name="minutes"
          label={view.t("listings:filter.minutes")}
          value={filter.minutes?.toString() ?? ""}
          empty={view.text("listings:filter.any-minutes")}
          options={minutesOffered(filter).map((minutes) => ({
            value: String(minutes),
            label: view.text("listings:filter.within", { time: durationText(view.lang, minutes) }),
          }))}
        />
        <SelectField
          {...field}
          name="time"
          label={view.t("listings:filter.time")}
          value={filter.hours ?? ""}
          empty={view.text("listings:filter.any-time-of-day")}
          options={hours.map((value) => ({ value, label: view.text(`listings:hours.${value}`) }))}
        />
        <SelectField
          {...field}
          name="audience"
          label={view.t("listings:audience-title")}
          value={filter.audience ?? ""}
          empty={view.text("listings:filter.any-audience")}
          options={audiences.map((value) => ({ value, label: view.text(`listings:audience.${value}`) }))}
        />
        <TextField
          {...field}
          name="district"
          label={view.t("listings:filter.district")}
          value={filter.district}
        />
      </div>
      <CheckboxesField
        {...field}
        name="feature"
        label={view.t("listings:filter.feature")}
        values={filter.features}
        columns
        options={features.map((value) => ({ value, label: view.t(`listings:feature.${value}`) }))}
      />
    </>
  )
}

/** Whatever number stands in the address can be chosen again. */
const minutesOffered = ({ minutes }: ListingFilter): number[] =>
  [...new Set([...offeredMinutes, ...(minutes === null ? [] : [minutes])])].toSorted((a, b) => a - b)
