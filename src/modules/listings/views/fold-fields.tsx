import { FieldRow, FormSection } from "#web/ui/form.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import { audiences, cares, insurers, languages, welcomes } from "../schema/details.ts"
import { parts } from "../schema/parts.ts"
import { Fold } from "./fold.tsx"
import { FoundByFold } from "./place-fields.tsx"
import { Asked, Line, NumberLine, OneOf, partsOf, SomeOf, type ListingFieldsProps } from "./form-parts.tsx"

// What can be left out: folded, each fold with what stands in it.

/** Only what applies needs to be opened. */
export function FoldedSection(props: ListingFieldsProps) {
  return (
    <FormSection title={props.view.t("listings:section.more")}>
      <div class="folds">
        <FoundByFold {...props} />
        <ContactFold {...props} />
        <FindFold {...props} />
        <CostFold {...props} />
        <BringFold {...props} />
        <CareFold {...props} />
        <WithFold {...props} />
        <EnglishFold {...props} />
        <ReadingFold {...props} />
      </div>
    </FormSection>
  )
}

const wordsFor = ({ view }: ListingFieldsProps, name: string) => ({
  title: view.t(`listings:fold.${name}`),
  lead: view.t(`listings:fold.${name}-lead`),
})

function ContactFold(props: ListingFieldsProps) {
  return (
    <Fold {...props} {...wordsFor(props, "contact")} names={["contact", "link"]}>
      <Line all={props} name="contact" />
      <Line all={props} name="link" type="url" />
    </Fold>
  )
}

/** For sorting and for being read aloud. */
function ReadingFold(props: ListingFieldsProps) {
  return (
    <Fold {...props} {...wordsFor(props, "reading")} names={["titleKana"]}>
      <Line all={props} name="titleKana" />
    </Fold>
  )
}

function FindFold(props: ListingFieldsProps) {
  return (
    <Asked part="find">
      <Fold {...props} {...wordsFor(props, "find")} names={parts.find.fields}>
        <SomeOf all={props} name="welcome" codes={welcomes} words="feature" />
        <Line all={props} name="minutes" inputmode="numeric" width="short" />
        <Line all={props} name="skills" />
        <SomeOf all={props} name="languages" codes={languages} words="language" />
      </Fold>
    </Asked>
  )
}

function CostFold(props: ListingFieldsProps) {
  const { view } = props
  const { field, hint } = partsOf(props)
  return (
    <Asked part="cost">
      <Fold {...props} {...wordsFor(props, "cost")} names={parts.cost.fields}>
        <Line all={props} name="feeYen" inputmode="numeric" width="short" />
        <TextField {...field("fee")} hint={hint("fee")} />
        <Line all={props} name="reward" />
        <OneOf all={props} name="insurer" codes={insurers} words="insurer" />
        <TextField {...field("insurancePlan")} hint={view.t("listings:hint.insurancePlan")} />
      </Fold>
    </Asked>
  )
}

function BringFold(props: ListingFieldsProps) {
  return (
    <Asked part="bring">
      <Fold {...props} {...wordsFor(props, "bring")} names={parts.bring.fields}>
        <FieldRow>
          <NumberLine all={props} name="ageFrom" />
          <NumberLine all={props} name="ageTo" />
        </FieldRow>
        <Line all={props} name="bring" />
        <Line all={props} name="wear" />
        <Line all={props} name="rain" />
      </Fold>
    </Asked>
  )
}

function CareFold(props: ListingFieldsProps) {
  return (
    <Asked part="care">
      <Fold {...props} {...wordsFor(props, "care")} names={parts.care.fields}>
        <SomeOf all={props} name="care" codes={cares} words="feature" />
        <Line all={props} name="careNote" />
      </Fold>
    </Asked>
  )
}

function WithFold(props: ListingFieldsProps) {
  return (
    <Fold {...props} {...wordsFor(props, "with")} names={[...parts.with.fields, "audiences", "media"]}>
      <SomeOf all={props} name="audiences" codes={audiences} words="audience" />
      <Asked part="with">
        <Line all={props} name="coHosts" />
        <Line all={props} name="supporters" />
      </Asked>
      <Line all={props} name="media" />
    </Fold>
  )
}

const english = ["english.title", "english.what", "english.howToJoin"]

function EnglishFold(props: ListingFieldsProps) {
  const { field, hint } = partsOf(props)
  return (
    <Fold {...props} {...wordsFor(props, "english")} names={english}>
      <TextField {...field("english.title")} hint={hint("english")} lang="en" />
      <TextareaField {...field("english.what")} lang="en" rows={4} />
      <TextareaField {...field("english.howToJoin")} lang="en" rows={3} />
    </Fold>
  )
}
