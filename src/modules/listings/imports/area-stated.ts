import type { City } from "#kernel/city.ts"
import type { Content } from "../schema/content.ts"

type Stated = Pick<Content, "scope" | "areaCodes"> & {
  /** The address is in the city, in an area that it has not. */
  readonly isUnknown: boolean
}

const unknown: Stated = { scope: "unknown", areaCodes: [], isUnknown: false }

/** 「堺市北区」 has a 北区 too: an address that names another municipality first is outside. */
const otherMunicipality = /^(?:(?:北海道|東京都|京都府|大阪府|.{2,3}県)|[^\d\s]{1,7}?[市郡])/u

/** Whose list it is, in code or name; 「北区」 alone in the list of another city is not ours. */
const isOthers = (publisher: { readonly code: string; readonly name: string }, city: City): boolean => {
  const code = publisher.code.normalize("NFKC").slice(0, 5)
  return (
    (code !== "" && code !== city.code.slice(0, 5)) || !publisher.name.startsWith(publisher.name && city.name)
  )
}

/** The area that an address says; nothing is taken from an address that does not begin with where it is. */
export const areaStated = (
  address: string,
  publisher: { readonly code: string; readonly name: string },
  city: City,
): Stated => {
  const plain = address.normalize("NFKC").replaceAll(/\s/g, "")
  const here = plain.replace(city.prefecture, "")
  const isNamed = here.startsWith(city.name)
  const inside = isNamed ? here.slice(city.name.length) : here
  const area = city.areas.find(({ level, name }) => level === "ward" && inside.startsWith(name))
  if (area && (isNamed || !isOthers(publisher, city)))
    return { scope: "areas", areaCodes: [area.code], isUnknown: false }
  if (isNamed && city.firstLevel === "city") return { scope: "whole-city", areaCodes: [], isUnknown: false }
  if (isNamed) return { ...unknown, isUnknown: true }
  return otherMunicipality.test(plain) ? { ...unknown, scope: "outside" } : unknown
}
