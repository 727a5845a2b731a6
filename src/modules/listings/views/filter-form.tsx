import { ruby } from "#web/ruby.tsx"
import { Button } from "#web/ui/button.tsx"
import { CheckboxesField, CheckboxField, SelectField } from "#web/ui/choice-fields.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { Hidden } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { fieldOptions } from "#modules/organisations"
import { areaLabel, type Area } from "#modules/places"
import { kinds } from "../schema/content.ts"
import { whens, type ListingFilter } from "../schema/filter.ts"
import { FilterFeatures } from "./filter-features.tsx"
import { weekdaysText } from "./rule-text.ts"

export type FilterFormProps = {
  readonly view: View
  readonly filter: ListingFilter
  /** Where there are none, the city is one area. */
  readonly areas: readonly Area[]
}

/** Everything that can be asked of the list, as one form that needs no script. */
export function FilterForm(props: FilterFormProps) {
  const { view, filter } = props
  // What the quick choices ask stands below as chips already; on a telephone the open panel would hide what was found.
  const { field, audience, hours, district, weekdays, when } = filter
  const isFine = (field ?? audience ?? hours) !== null || district !== "" || weekdays.length > 0
  const unusual = when !== "coming"
  return (
    <search>
      <form class="finder" method="get" action="/listings" aria-label={view.text("listings:filter.label")}>
        {view.lang !== "ja" && <Hidden name="lang" value={view.lang} />}
        {filter.sort !== "soonest" && <Hidden name="sort" value={filter.sort} />}
        <Main {...props} />
        <details open={isFine || unusual}>
          <summary>{view.t("listings:filter.more")}</summary>
          <div class="finder-more">
            <Kinds {...props} />
            <Days {...props} />
            <FilterFeatures view={view} filter={filter} />
            <Ticks {...props} />
            <div class="buttons">
              <Button kind="secondary" icon="search">
                {view.t("web:search.find")}
              </Button>
            </div>
          </div>
        </details>
      </form>
    </search>
  )
}

function Main({ view, filter, areas }: FilterFormProps) {
  return (
    <div class="finder-line">
      <TextField
        view={view}
        mark={false}
        name="q"
        label={view.t("web:search.words")}
        type="search"
        value={filter.q}
        placeholder={view.text("web:search.example")}
      />
      {areas.length > 1 && (
        <SelectField
          view={view}
          mark={false}
          name="area"
          label={view.t("web:search.area")}
          value={filter.area?.slug ?? ""}
          empty={view.text("web:search.all-areas")}
          options={areas.map((area) => ({ value: area.slug, label: areaLabel(view, area) }))}
        />
      )}
      <Button icon="search">{view.t("web:search.find")}</Button>
    </div>
  )
}

function Days({ view, filter }: FilterFormProps) {
  const days = { view, mark: false } as const
  return (
    <>
      <div class="finder-line">
        <DateField
          {...days}
          name="from"
          label={view.t("listings:filter.from")}
          value={filter.from?.toString() ?? ""}
        />
        <DateField
          {...days}
          name="to"
          label={view.t("listings:filter.to")}
          value={filter.to?.toString() ?? ""}
        />
        <SelectField
          {...days}
          name="when"
          label={view.t("listings:filter.when")}
          value={filter.when}
          options={whens.map((when) => ({ value: when, label: view.text(`listings:when.${when}`) }))}
        />
      </div>
      <CheckboxesField
        {...days}
        name="weekday"
        label={view.t("listings:filter.weekday")}
        values={filter.weekdays.map(String)}
        columns
        options={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          value: String(weekday),
          label: ruby(weekdaysText(view.lang, [weekday])),
        }))}
      />
    </>
  )
}

function Kinds({ view, filter }: FilterFormProps) {
  const field = { view, mark: false } as const
  return (
    <div class="finder-line">
      <SelectField
        {...field}
        name="kind"
        label={view.t("listings:filter.kind")}
        value={filter.kind ?? ""}
        empty={view.text("listings:filter.any-kind")}
        options={kinds.map((kind) => ({ value: kind, label: view.text(`listings:kind.${kind}`) }))}
      />
      <SelectField
        {...field}
        name="field"
        label={view.t("listings:fields")}
        value={filter.field?.toString() ?? ""}
        empty={view.text("listings:filter.any-field")}
        options={fieldOptions(view)}
      />
    </div>
  )
}

function Ticks({ view, filter }: FilterFormProps) {
  const field = { view, mark: false } as const
  return (
    <div class="finder-line">
      <CheckboxField
        {...field}
        name="online"
        value="1"
        label={view.t("listings:trait.online")}
        checked={filter.online}
      />
      <CheckboxField
        {...field}
        name="open"
        value="1"
        label={view.t("listings:filter.open")}
        checked={filter.open}
      />
    </div>
  )
}
