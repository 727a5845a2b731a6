import type { Child } from "#jsx"
import type { IconName } from "#web/ui/icon.tsx"
import { ruby } from "#web/ruby.tsx"
import type { View } from "#web/view.ts"
import { areaRuby, type Area } from "#modules/places"
import type { Kind, Scope } from "../schema/content.ts"

const icons: Record<Kind, IconName> = {
  event: "calendar",
  volunteer: "hand",
  meeting: "people",
  support: "coin",
  news: "info",
}

/** Its kind as a word and a sign. */
export const kindOf = (view: View, kind: Kind): { readonly label: Child; readonly icon: IconName } => ({
  label: view.t(`listings:kind.${kind}`),
  icon: icons[kind],
})

type Where = { readonly scope: Scope; readonly areas: readonly Area[] }

/** 阿倍野区・住吉区, 市の全体, 市の外; nothing where nobody has said, or where the city is one area. */
export const areasText = (view: View, { scope, areas }: Where): Child => {
  if (scope === "unknown" || (scope === "whole-city" && !view.city.hasWards)) return null
  if (scope !== "areas") return view.t(`listings:scope.${scope}`)
  return ruby(areas.map((area) => areaRuby(view, area)).join(view.lang === "en" ? ", " : "・"))
}
