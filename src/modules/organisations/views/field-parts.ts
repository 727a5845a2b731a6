import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { boxesOf, fieldsOf } from "#web/ui/form-state.ts"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { ProfileField } from "../schema/form.ts"

export type ProfileFieldsProps = {
  readonly view: View
  readonly form: FormState
  /** All of the city: its wards, and itself for groups that act everywhere. */
  readonly areas: readonly Area[]
  /** What the office wrote at single fields when it returned the registration. */
  readonly reasons?: Readonly<Record<string, string>>
}

type Hinted = Exclude<ProfileField, "kind" | "shown" | "contactFax" | "size" | "activitiesEnglish">

/** Value, label and error of one field; a reason of the office stands where an error of its own would. */
export const partsOf = ({ view, form, reasons = {} }: ProfileFieldsProps) => {
  const field = fieldsOf(view, form)
  const boxes = boxesOf(view, form)
  const words = (name: ProfileField, error: Child) => ({
    label: view.t(`organisations:form.${name}`),
    error: error || reasons[name],
  })
  return {
    field: (name: ProfileField) => ({ ...field(name), ...words(name, field(name).error) }),
    boxes: (name: ProfileField) => ({ ...boxes(name), ...words(name, boxes(name).error) }),
    hint: (name: Hinted) => view.t(`organisations:hint.${name}`),
  }
}
