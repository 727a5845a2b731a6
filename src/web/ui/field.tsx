import type { Child } from "#jsx"
import type { View } from "#web/view.ts"

/** What every field of a form is given. The name is also its id: an error summary links to `field-NAME`. */
export type FieldProps = {
  readonly view: View
  readonly name: string
  readonly label: Child
  readonly value?: string
  readonly error?: Child
  /** Said before the field, not after: 「例：阿倍野区民センター」. */
  readonly hint?: Child
  readonly required?: boolean
  /** Filters and sign-in need no 「※必須」 beside each label. */
  readonly mark?: boolean
}

/** Names of nested values, such as `schedule.dates.0.first`, have dots, which an id had better not have. */
export const fieldId = (name: string): string => `field-${name.replaceAll(".", "-")}`

/** Error first, as DADS says: it is what one needs to hear. */
export function describedBy({ name, error, hint }: Pick<FieldProps, "name" | "error" | "hint">) {
  const ids = [error && `${fieldId(name)}-error`, hint && `${fieldId(name)}-hint`].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(" ")
}

/** The attributes that tie a control to its words. */
export function controlAttributes(props: FieldProps) {
  return {
    id: fieldId(props.name),
    name: props.name,
    required: props.required === true,
    "aria-describedby": describedBy(props),
    "aria-invalid": props.error ? ("true" as const) : undefined,
  }
}

/** 「※必須」 and 「※任意」 are both written out: neither is left to guess. */
export function Mark({ view, required, mark }: Pick<FieldProps, "view" | "required" | "mark">) {
  if (mark === false) return null
  return (
    <>
      {" "}
      <span class="field-mark" data-required={required === true ? "true" : "false"}>
        {view.t(required === true ? "web:required" : "web:optional")}
      </span>
    </>
  )
}

export function Hint({ name, hint }: Pick<FieldProps, "name" | "hint">) {
  if (!hint) return null
  return (
    <p class="field-hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  )
}

export function FieldError({ name, error }: Pick<FieldProps, "name" | "error">) {
  if (!error) return null
  return (
    <p class="field-error" id={`${fieldId(name)}-error`}>
      ＊{error}
    </p>
  )
}

/** Label, hint, control, error: around one control. */
export function Field(props: FieldProps & { readonly children: Child }) {
  return (
    <div class="field" data-invalid={props.error ? "true" : undefined}>
      <label class="field-label" for={fieldId(props.name)}>
        {props.label}
        <Mark {...props} />
      </label>
      <Hint {...props} />
      {props.children}
      <FieldError {...props} />
    </div>
  )
}

/** The same around several controls that answer one question. */
export function FieldGroup(props: FieldProps & { readonly children: Child }) {
  return (
    <fieldset
      class="field"
      data-invalid={props.error ? "true" : undefined}
      aria-describedby={describedBy(props)}
    >
      <legend class="field-label">
        {props.label}
        <Mark {...props} />
      </legend>
      <Hint {...props} />
      {props.children}
      <FieldError {...props} />
    </fieldset>
  )
}
