import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import type { View } from "#web/view.ts"
import type { FormError } from "./error-summary.tsx"

/** From the state of a form to the props of its fields: `<TextField {...field("name")} label={…} />`. */
export function fieldsOf(view: View, form: FormState) {
  return (name: string) => ({
    view,
    name,
    value: form.typed[name]?.[0] ?? "",
    error: errorOf(view, form, name),
  })
}

/** The same for boxes, of which several may be chosen. */
export function boxesOf(view: View, form: FormState) {
  return (name: string) => ({ view, name, values: form.typed[name] ?? [], error: errorOf(view, form, name) })
}

/** The lines of the summary, in the order in which the labels stand on the page. */
export function errorsOf(view: View, form: FormState, labels: Readonly<Record<string, Child>>): FormError[] {
  const order = Object.keys(labels)
  return Object.entries(form.errors)
    .toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([name, key]) => ({ name, label: labels[name], message: view.t(key) }))
}

const isWithin = (name: string, names: readonly string[]): boolean =>
  names.some((each) => name === each || name.startsWith(`${each}.`))

/** Does something stand in one of these fields, or in a row of one of them? */
export function isFilled(form: FormState, names: readonly string[]): boolean {
  return Object.entries(form.typed).some(
    ([name, values]) => isWithin(name, names) && values.some((value) => value !== ""),
  )
}

/** Is there something to mend in them? */
export function isWrong(form: FormState, names: readonly string[]): boolean {
  return Object.keys(form.errors).some((name) => isWithin(name, names))
}

function errorOf(view: View, form: FormState, name: string): Child {
  const key = form.errors[name]
  return key && view.t(key)
}
