import type { FormState } from "#web/forms.ts"
import { typedValue } from "#web/forms.ts"
import { FormSection } from "#web/ui/form.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { Lang, View } from "#web/view.ts"
import { langs } from "../schema/contents.ts"
import { Markdown } from "./markdown.tsx"
import { titleOf } from "./written.tsx"

type ContentsFieldsProps = {
  readonly view: View
  readonly form: FormState
  readonly rows: number
  /** How it will look, beside it; drawn anew each time the form is looked at. */
  readonly preview?: boolean
  readonly bodyOptional?: boolean
}

/** A title and a text in three languages, and beside each how it will read. */
export function ContentsFields(props: ContentsFieldsProps) {
  return (
    <>
      {langs.map((lang) => (
        <FormSection title={props.view.t(`site:lang.${lang}`)}>
          <OneLanguage {...props} lang={lang} />
        </FormSection>
      ))}
    </>
  )
}

function OneLanguage(props: ContentsFieldsProps & { readonly lang: Lang }) {
  const { view, form, lang, rows, preview, bodyOptional = false } = props
  const field = fieldsOf(view, form)
  const attribute = lang === "en" ? "en" : "ja"
  const fields = (
    <div class="field-pair stack">
      <TextField
        {...field(`title-${lang}`)}
        label={view.t("site:edit.title")}
        lang={attribute}
        required={lang === "ja"}
      />
      <TextareaField
        {...field(`body-${lang}`)}
        label={view.t("site:edit.body")}
        hint={lang === "ja-easy" ? view.t("site:edit.readings") : undefined}
        rows={rows}
        lang={attribute}
        required={lang === "ja" && !bodyOptional}
      />
    </div>
  )
  if (!preview) return fields
  return (
    <div class="writing">
      {fields}
      <Preview view={view} form={form} lang={lang} />
    </div>
  )
}

type PreviewProps = { readonly view: View; readonly form: FormState; readonly lang: Lang }

function Preview({ view, form, lang }: PreviewProps) {
  const [title, body] = [typedValue(form, `title-${lang}`), typedValue(form, `body-${lang}`)]
  const label = `${view.text("site:edit.preview")}：${view.text(`site:lang.${lang}`)}`
  return (
    <section class="writing-preview" aria-label={label} lang={lang === "en" ? "en" : "ja"} tabindex={0}>
      {title === "" ? (
        <p class="quiet" lang={view.htmlLang}>
          {view.t("site:edit.nothing")}
        </p>
      ) : (
        <p class="writing-title">
          <strong>{titleOf({ title, lang })}</strong>
        </p>
      )}
      <div class="prose">
        <Markdown body={body} readings={lang === "ja-easy"} href={view.href} prefix={`${lang}-`} />
      </div>
    </section>
  )
}

/** For the summary of errors, in the order of the fields. */
export const contentsLabels = (view: View) =>
  Object.fromEntries(
    langs.flatMap((lang) =>
      (["title", "body"] as const).map((part) => [
        `${part}-${lang}`,
        `${view.text(`site:edit.${part}`)}（${view.text(`site:lang.${lang}`)}）`,
      ]),
    ),
  )

/** Both texts of two editors. */
export const contentsConflicts = (view: View, form: FormState) =>
  Object.entries(contentsLabels(view)).map(([name, label]) => ({
    label,
    mine: typedValue(form, name),
    theirs: form.conflict?.current[name] ?? "",
  }))
