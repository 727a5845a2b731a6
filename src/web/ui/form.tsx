import type { Child } from "#jsx"
import type { View } from "#web/view.ts"

/** Islands of a form: one press sends once; leaving with something typed asks first. */
export const formIslands = ["submit-once", "unsaved-changes"] as const

type FormProps = {
  readonly view: View
  readonly action: string
  readonly children: Child
  /** Of the record the form was made from: the second of two editors is told. */
  readonly version?: number
  readonly multipart?: boolean
  /** Long forms ask before they are left. */
  readonly long?: boolean
  readonly id?: string
  readonly label?: string
}

/**
 * A form that changes something. It carries a fresh key, so that sent twice it acts once.
 * The browser's own bubbles are off: our messages stand at the field, in the reader's language.
 */
export function Form(props: FormProps) {
  const form = (
    <form
      class="form"
      method="post"
      action={props.action}
      enctype={props.multipart ? "multipart/form-data" : undefined}
      id={props.id}
      aria-label={props.label}
      novalidate
    >
      <Hidden name="_key" value={props.view.formKey()} />
      {props.version !== undefined && <Hidden name="_version" value={String(props.version)} />}
      {props.children}
    </form>
  )
  return <submit-once>{props.long ? <unsaved-changes>{form}</unsaved-changes> : form}</submit-once>
}

export function Hidden({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />
}

/** Part of a long form, with a heading. */
export function FormSection({ title, children }: { readonly title: Child; readonly children: Child }) {
  return (
    <section class="form-section">
      <h2 class="form-section-title">{title}</h2>
      {children}
    </section>
  )
}

type FormFoldProps = {
  readonly title: Child
  /** What is inside, in a few words, so that one need not look. */
  readonly lead?: Child
  /** Something in it has to be mended. */
  readonly open: boolean
  /** Said where something stands in it, so that nothing is hidden unawares. */
  readonly filled?: Child
  readonly children: Child
}

/** A part of a form that most people may leave as it is. */
export function FormFold({ title, lead, open, filled, children }: FormFoldProps) {
  return (
    <details class="form-fold" open={open}>
      <summary>
        <span class="form-fold-title">{title}</span>{" "}
        {filled && <span class="form-fold-filled">{filled}</span>}
        {lead && <span class="form-fold-lead">{lead}</span>}
      </summary>
      <div class="form-fold-fields">{children}</div>
    </details>
  )
}

/** Fields that stand in one row where there is room: 姓 and 名, start and end. */
export function FieldRow({ children }: { readonly children: Child }) {
  return <div class="field-row">{children}</div>
}
