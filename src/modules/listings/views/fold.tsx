import type { Child } from "#jsx"
import { typedValues } from "#web/forms.ts"
import { inWords } from "./form-words.ts"
import type { ListingFieldsProps } from "./form-parts.tsx"

type FoldProps = ListingFieldsProps & {
  readonly title: Child
  /** What it asks, where nothing stands in it yet. */
  readonly lead: Child
  readonly names: readonly string[]
  /** Something that must be said stands in it and is not said yet. */
  readonly needed?: boolean
  /** What is said on it, where that is not everything in it. */
  readonly said?: readonly string[]
  readonly children: Child
}

/** Questions that not everybody has to answer: shut, with what stands inside said on it; open where one is wrong. */
export function Fold(props: FoldProps) {
  const { form, names, title, lead, children } = props
  const said = saidIn(props)
  const isWrong = names.some((name) => form.errors[name] !== undefined)
  return (
    <details class="fold" open={isWrong || props.needed === true}>
      <summary class="fold-head">
        <span class="fold-title">{title}</span>
        <span class="fold-said" data-said={said === "" ? undefined : "true"}>
          {said === "" ? lead : said}
        </span>
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  )
}

const longest = 60

const saidIn = ({ view, form, areas, names, said: shown = names }: FoldProps): string => {
  const separator = view.lang === "en" ? ", " : "・"
  const said = shown
    .flatMap((name) => typedValues(form, name).map((value) => [name, value] as const))
    .filter(([, value]) => value !== "")
    .map(([name, value]) => inWords(view, areas, name, value))
    .join(separator)
  return [...said].length > longest ? `${[...said].slice(0, longest).join("")}…` : said
}
