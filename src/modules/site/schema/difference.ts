import { diffWordsWithSpace } from "diff"

export type ChangedPart = { readonly kind: "same" | "added" | "removed"; readonly text: string }

/** Japanese has no blanks between words: a segmenter knows where they end. */
const segmenter = new Intl.Segmenter("ja", { granularity: "word" })

/** What changed from one text to another, word by word. */
export const changedWords = (before: string, after: string): ChangedPart[] =>
  diffWordsWithSpace(before, after, { intlSegmenter: segmenter }).map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }))
