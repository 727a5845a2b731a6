import type { Child } from "#jsx"
import { toHiragana } from "#kernel/text.ts"
import { ruby, Reading } from "#web/ruby.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import { areaLabel, areaRuby, type Area } from "#modules/places"
import { fieldGroups, fieldNumbers } from "../schema/fields.ts"

/** A field in plain words, as page text. */
export const fieldLabel = (view: View, field: number): Child => view.t(`organisations:field.${field}`)

/** The same for attributes and lists of a browser. */
export const fieldText = (view: View, field: number): string => view.text(`organisations:field.${field}`)

/** The 20 fields for a select, in the order in which citizens look for them. */
export const fieldOptions = (view: View): { value: string; label: string }[] =>
  fieldGroups
    .flatMap(({ fields }) => [...fields])
    .filter((field) => fieldNumbers.includes(field))
    .map((field) => ({ value: String(field), label: fieldText(view, field) }))

export const kindLabel = (view: View, kind: string): Child => view.t(`organisations:kind.${kind}`)

/** 2015年4月, 2015年, April 2015. */
export const sinceText = (view: View, since: string): string => {
  const [year = "", month] = since.split("-")
  if (year === "") return ""
  if (month === undefined) return view.text("organisations:since.year", { year })
  const name = Temporal.PlainDate.from(`${since}-01`).toLocaleString("en", { month: "long" })
  const number = view.lang === "en" ? name : String(Number(month))
  return view.text("organisations:since.month", { year, month: number })
}

type Named = { readonly name: string; readonly english: string; readonly kana: string }

/** The name to show in the reader's language, and the language it is in. */
export const nameIn = (
  view: Pick<View, "lang">,
  { name, english }: Pick<Named, "name" | "english">,
): { readonly text: string; readonly lang: "ja" | "en" } =>
  view.lang === "en" && english !== "" ? { text: english, lang: "en" } : { text: name, lang: "ja" }

/** Browsers do not break a word under its reading: what is longer than a phone is wide gets it in brackets. */
const longestRuby = 11
const fitsUnderReading = (name: string, reading: string): boolean =>
  Math.max([...name].length, [...reading].length / 2) <= longestRuby

/** A group's name as page text; in easy Japanese with its stored reading. */
export function NameText({ view, organisation }: { readonly view: View; readonly organisation: Named }) {
  const { text, lang } = nameIn(view, organisation)
  const reading = view.lang === "ja-easy" ? toHiragana(organisation.kana) : ""
  if (reading !== "" && fitsUnderReading(text, reading)) return <Reading base={text} reading={reading} />
  return (
    <>
      <span lang={contentLang(view, lang)}>{text}</span>
      {reading !== "" && <span>（{reading}）</span>}
    </>
  )
}

type OrganisationNameProps = {
  readonly view: View
  readonly organisation: Named & { readonly publicId: string }
}

/** A group's name as a link to its page. */
export function OrganisationName({ view, organisation }: OrganisationNameProps) {
  return (
    <a class="organisation-name" href={view.href(`/organisations/${organisation.publicId}`)}>
      <NameText view={view} organisation={organisation} />
    </a>
  )
}

/** Names of areas by their codes, in the order of the areas. */
export const areaNames = (view: View, areas: readonly Area[], codes: readonly string[]): string =>
  areas
    .filter(({ code }) => codes.includes(code))
    .map((area) => areaLabel(view, area))
    .join(view.lang === "en" ? ", " : "、")

/** The same as page text. */
export const areaNamesRuby = (view: View, areas: readonly Area[], codes: readonly string[]): Child =>
  ruby(
    areas
      .filter(({ code }) => codes.includes(code))
      .map((area) => areaRuby(view, area))
      .join(view.lang === "en" ? ", " : "、"),
  )
