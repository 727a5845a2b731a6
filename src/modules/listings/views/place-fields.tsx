import { ruby } from "#web/ruby.tsx"
import { CheckboxesField, CheckboxField, RadiosField } from "#web/ui/choice-fields.tsx"
import { FieldRow, FormSection } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import { FieldChoices } from "#modules/organisations"
import { areaRuby } from "#modules/places"
import { typedValue } from "#web/forms.ts"
import { shownTo } from "../schema/details.ts"
import { Fold } from "./fold.tsx"
import { Asked, Line, OneOf, partsOf, type ListingFieldsProps } from "./form-parts.tsx"

/** Where one goes, or what one opens. */
export function PlaceSection(props: ListingFieldsProps) {
  const { view } = props
  const { field, hint } = partsOf(props)
  return (
    <Asked part="place">
      <FormSection title={view.t("web:where")}>
        <TextField {...field("placeName")} hint={hint("placeName")} />
        <CheckboxField {...field("online")} value="yes" checked={field("online").value === "yes"} />
        <div class="asked" data-needs="online">
          <Line all={props} name="joinAddress" type="url" />
          <JoinAddressShown {...props} />
        </div>
        <div class="folds">
          <WayThere {...props} />
        </div>
      </FormSection>
    </Asked>
  )
}

function WayThere(props: ListingFieldsProps) {
  const { view } = props
  return (
    <Fold
      {...props}
      title={view.t("listings:fold.place")}
      lead={view.t("listings:fold.place-lead")}
      names={["placeAddress", "station", "stationMinutes"]}
    >
      <TextField {...partsOf(props).field("placeAddress")} autocomplete="off" />
      <FieldRow>
        <Line all={props} name="station" />
        <Line all={props} name="stationMinutes" inputmode="numeric" width="short" />
      </FieldRow>
    </Fold>
  )
}

function JoinAddressShown(props: ListingFieldsProps) {
  const shown = { ...props.form.typed }
  const form = shown["joinAddressShown"]?.[0]
    ? props.form
    : { ...props.form, typed: { ...shown, joinAddressShown: ["joining"] } }
  return <OneOf all={{ ...props, form }} name="joinAddressShown" codes={shownTo} words="shown-to" />
}

/** By which areas and fields it is found: they come from the group, so one only looks at them. */
export function FoundByFold(props: ListingFieldsProps) {
  const { view, form, areas } = props
  const { boxes, hint } = partsOf(props)
  const scope = typedValue(form, "scope")
  const hasNoArea = scope === "areas" && typedValue(form, "areas") === ""
  return (
    <Fold
      {...props}
      title={view.t("listings:section.found-by")}
      lead={view.t("listings:fold.found-by-lead")}
      names={["scope", "areas", "districts", "fields"]}
      said={[scope === "areas" ? "areas" : "scope", "districts", "fields"]}
      needed={scope === "" || hasNoArea || typedValue(form, "fields") === ""}
    >
      <ScopeField {...props} />
      {areas.length > 1 && (
        <div class="asked" data-needs="areas">
          <CheckboxesField
            {...boxes("areas")}
            hint={hint("areas")}
            columns
            options={areas.map((area) => ({ value: area.code, label: ruby(areaRuby(view, area)) }))}
          />
        </div>
      )}
      <Line all={props} name="districts" />
      <FieldChoices {...boxes("fields")} hint={hint("fields")} />
    </Fold>
  )
}

function ScopeField(props: ListingFieldsProps) {
  const { view, areas } = props
  const { field, hint } = partsOf(props)
  const scopes =
    areas.length > 1 ? (["areas", "whole-city", "outside"] as const) : (["whole-city", "outside"] as const)
  return (
    <RadiosField
      {...field("scope")}
      options={scopes.map((scope) => ({ value: scope, label: view.t(`listings:scope.${scope}`) }))}
      hint={hint("scope")}
      required
    />
  )
}
