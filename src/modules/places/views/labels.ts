import type { View } from "#web/view.ts"
import type { Area, Body } from "../queries.ts"

/** The name of an area in the reader's language, for attributes and plain text. */
export const areaLabel = (view: Pick<View, "lang">, area: Pick<Area, "name" | "english">): string =>
  view.lang === "en" ? area.english : area.name

/** The same as page text: with furigana in easy Japanese. In the notation that web/ruby.tsx reads. */
export const areaRuby = (view: Pick<View, "lang">, area: Pick<Area, "name" | "english" | "kana">): string =>
  view.lang === "ja-easy" ? `{${area.name}|${area.kana}}` : areaLabel(view, area)

export const bodyLabel = (view: Pick<View, "lang">, body: Pick<Body, "name" | "english">): string =>
  view.lang === "en" ? body.english : body.name
