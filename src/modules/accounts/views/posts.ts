import type { View } from "#web/view.ts"
import { type Area, areaLabel } from "#modules/places"
import { programmes } from "../schema.ts"

type Words = Pick<View, "text" | "lang">

const named: readonly string[] = [...programmes, "grants"]

/** What a post serves, in words; a programme that this office does not know by name keeps its own. */
export const programmeWords = (view: Words, programme: string): string => {
  if (!named.includes(programme)) return programme
  return view.text(`accounts:programme.${programme === "*" ? "all" : programme}`)
}

export const areasWords = (
  view: Words,
  codes: readonly string[] | "all" | null,
  areas: readonly Area[],
): string => {
  if (codes === null || codes === "all") return view.text("accounts:post.whole-city")
  const chosen = areas.filter((area) => codes.includes(area.code))
  return chosen.map((area) => areaLabel(view, area)).join(view.lang === "en" ? ", " : "、")
}
