import type { JSX } from "#jsx"
import { controlAttributes, Field, type FieldProps } from "./field.tsx"

type Input = JSX.IntrinsicElements["input"]

export type TextFieldProps = FieldProps & {
  readonly type?: "text" | "email" | "tel" | "url" | "search" | "password" | "number"
  readonly autocomplete?: Input["autocomplete"]
  readonly inputmode?: Input["inputmode"]
  readonly width?: "short" | "medium" | "full"
  /** Shown, not changeable; the hint says why. */
  readonly readonly?: boolean
  readonly lang?: string
  /** An example in the empty field of a search; forms say it in the hint, where it stays. */
  readonly placeholder?: string
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { type = "text", width = "full", value } = props
  return (
    <Field {...props}>
      <input
        class="input"
        type={type}
        value={value}
        data-width={width}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        readonly={props.readonly}
        lang={props.lang}
        placeholder={props.placeholder}
        {...controlAttributes(props)}
      />
    </Field>
  )
}

type TextareaFieldProps = FieldProps & { readonly rows?: number; readonly lang?: string }

/** Several lines. */
export function TextareaField(props: TextareaFieldProps) {
  return (
    <Field {...props}>
      <textarea class="input" rows={props.rows ?? 5} lang={props.lang} {...controlAttributes(props)}>
        {leadingBreakKept(props.value)}
      </textarea>
    </Field>
  )
}

// HTML drops the first line break after `<textarea>`: without a second one, what was typed would lose it.
const leadingBreakKept = (value = "") => (value.startsWith("\n") ? `\n${value}` : value)
