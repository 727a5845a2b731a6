import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { CheckboxesField, RadiosField } from "#web/ui/choice-fields.tsx"
import { boxesOf, fieldsOf } from "#web/ui/form-state.ts"
import { TextField, type TextFieldProps } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { Kind } from "../schema/content.ts"
import { notAskedBy, type PartName } from "../schema/parts.ts"

export type ListingFieldsProps = {
  readonly view: View
  readonly form: FormState
  /** What can be ticked; none where the city is one area. */
  readonly areas: readonly Area[]
  /** What may be written here; a group's own kinds where nothing is said. */
  readonly kinds?: readonly Kind[]
}

/** A field by its name, with its label; `hint` where there is a message for it. */
export const partsOf = ({ view, form }: ListingFieldsProps) => {
  const label = (name: string) => ({ label: view.t(`listings:form.${name}`) })
  return {
    field: (name: string) => ({ ...fieldsOf(view, form)(name), ...label(name) }),
    boxes: (name: string) => ({ ...boxesOf(view, form)(name), ...label(name) }),
    hint: (name: string) => view.t(`listings:hint.${name}`),
  }
}

/** What only some kinds ask: the style sheet hides it while another kind is chosen. */
export function Asked({ part, children }: { readonly part: PartName; readonly children: Child }) {
  return (
    <div class="asked" data-not={notAskedBy(part)}>
      {children}
    </div>
  )
}

type NamedProps = { readonly all: ListingFieldsProps; readonly name: string }

/** One line with a hint. */
export function Line({
  all,
  name,
  ...more
}: NamedProps & Partial<Pick<TextFieldProps, "inputmode" | "type" | "width">>) {
  const { field, hint } = partsOf(all)
  return <TextField {...field(name)} hint={hint(name)} {...more} />
}

/** A number in a short field. */
export function NumberLine({ all, name }: NamedProps) {
  return <TextField {...partsOf(all).field(name)} inputmode="numeric" width="short" />
}

type CodesProps = NamedProps & { readonly codes: readonly string[]; readonly words: string }

export function OneOf({ all, name, codes, words }: CodesProps) {
  return (
    <RadiosField
      {...partsOf(all).field(name)}
      options={codes.map((value) => ({ value, label: all.view.t(`listings:${words}.${value}`) }))}
    />
  )
}

export function SomeOf({ all, name, codes, words }: CodesProps) {
  return (
    <CheckboxesField
      {...partsOf(all).boxes(name)}
      columns
      options={codes.map((value) => ({ value, label: all.view.t(`listings:${words}.${value}`) }))}
    />
  )
}
