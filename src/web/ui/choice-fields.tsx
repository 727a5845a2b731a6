import type { Child } from "#jsx"
import { controlAttributes, Field, fieldId, FieldGroup, type FieldProps } from "./field.tsx"

export type Option = { readonly value: string; readonly label: Child; readonly hint?: Child }

type SelectFieldProps = FieldProps & {
  /** A browser's list shows plain text only. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang?: string }[]
  /** First, empty entry: 「選んでください」, 「すべての区」. */
  readonly empty?: string
  readonly width?: "short" | "medium" | "full"
}

/** One of many. For up to six, radios are kinder. */
export function SelectField(props: SelectFieldProps) {
  const { options, empty, value = "" } = props
  return (
    <Field {...props}>
      <span class="select">
        <select class="input" data-width={props.width ?? "full"} {...controlAttributes(props)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option value={option.value} selected={option.value === value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </Field>
  )
}

type ChoiceProps = FieldProps & { readonly options: readonly Option[]; readonly columns?: boolean }

/** One of few. */
export function RadiosField(props: ChoiceProps) {
  return (
    <FieldGroup {...props}>
      <Choices {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />
    </FieldGroup>
  )
}

type CheckboxesFieldProps = Omit<ChoiceProps, "value"> & { readonly values?: readonly string[] }

/** Any number of them. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  return (
    <FieldGroup {...props}>
      <Choices {...props} type="checkbox" chosen={props.values ?? []} />
    </FieldGroup>
  )
}

type ChoicesProps = Pick<ChoiceProps, "name" | "options" | "columns" | "required" | "error"> & {
  readonly type: "radio" | "checkbox"
  readonly chosen: readonly string[]
}

function Choices({ name, options, columns, type, chosen, error, required }: ChoicesProps) {
  return (
    <div class="choices" data-columns={columns ? "true" : undefined}>
      {options.map(({ value, label, hint }, index) => (
        <div class="choice">
          <label class="choice-label">
            <input
              class="choice-input"
              type={type}
              id={choiceId(name, index)}
              name={name}
              value={value}
              checked={chosen.includes(value)}
              required={type === "radio" && required === true}
              aria-invalid={error ? "true" : undefined}
              aria-describedby={hint ? `${choiceId(name, index)}-hint` : undefined}
            />
            <span>{label}</span>
          </label>
          {hint && (
            <p class="choice-hint" id={`${choiceId(name, index)}-hint`}>
              {hint}
            </p>
          )}
        </div>
      ))}
    </div>
  )
}

// The first one carries the id of the whole field: that is where the error summary leads.
const choiceId = (name: string, index: number) =>
  index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`

type CheckboxFieldProps = Omit<FieldProps, "value"> & { readonly value?: string; readonly checked?: boolean }

/** One box that one agrees to. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { name, label, hint, error, value = "yes", checked } = props
  const one = [{ value, label, ...(hint === undefined ? {} : { hint }) }]
  return (
    <div class="field" data-invalid={error ? "true" : undefined}>
      <Choices name={name} options={one} type="checkbox" chosen={checked ? [value] : []} error={error} />
      {error && (
        <p class="field-error" id={`${fieldId(name)}-error`}>
          ＊{error}
        </p>
      )}
    </div>
  )
}
