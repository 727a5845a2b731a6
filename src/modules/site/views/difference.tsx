import type { Child } from "#jsx"
import type { View } from "#web/view.ts"
import type { Contents } from "../schema/contents.ts"
import { langs } from "../schema/contents.ts"
import { changedWords } from "../schema/difference.ts"

type DifferenceProps = { readonly view: View; readonly before: Contents; readonly after: Contents }

/** Two versions word by word, in each language in which they differ. */
export function Difference({ view, before, after }: DifferenceProps) {
  const changed = langs.filter(
    (lang) => before[lang].title !== after[lang].title || before[lang].body !== after[lang].body,
  )
  if (changed.length === 0) return <p>{view.t("site:version.same")}</p>
  return (
    <>
      {changed.map((lang) => (
        <section aria-labelledby={`difference-${lang}`}>
          <h3 id={`difference-${lang}`}>{view.t(`site:lang.${lang}`)}</h3>
          <div class="difference" lang={lang === "en" ? "en" : "ja"}>
            <p>
              <strong>{words(view, before[lang].title, after[lang].title)}</strong>
            </p>
            <div>{words(view, before[lang].body, after[lang].body)}</div>
          </div>
        </section>
      ))}
    </>
  )
}

const words = (view: View, before: string, after: string): Child =>
  changedWords(before, after).map(({ kind, text }) => {
    if (kind === "same") return text
    const label = <span class="visually-hidden">{view.t(`site:version.${kind}`)}</span>
    return kind === "added" ? (
      <ins>
        {label}
        {text}
      </ins>
    ) : (
      <del>
        {label}
        {text}
      </del>
    )
  })
