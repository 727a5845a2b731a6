import { diffWordsWithSpace } from "diff"
import type { View } from "#web/view.ts"

const words = new Intl.Segmenter("ja", { granularity: "word" })

/** One text beside another: what goes is struck out, what comes is marked, each also said in words. */
export function WordDifference({
  view,
  before,
  after,
}: {
  readonly view: View
  readonly before: string
  readonly after: string
}) {
  const parts = diffWordsWithSpace(before, after, { intlSegmenter: words })
  return (
    <p class="difference">
      {parts.map(({ value, added, removed }) => {
        if (added)
          return (
            <ins>
              <span class="visually-hidden">{view.t("organisations:request.comes")}</span>
              {value}
            </ins>
          )
        if (removed)
          return (
            <del>
              <span class="visually-hidden">{view.t("organisations:request.goes")}</span>
              {value}
            </del>
          )
        return <span>{value}</span>
      })}
    </p>
  )
}
