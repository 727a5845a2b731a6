import type { Child } from "#jsx"
import type { AreaProfile } from "#kernel/city.ts"
import { type Area, areaRuby } from "#modules/places"
import { ruby } from "#web/ruby.tsx"
import { TileMap } from "#web/ui/tile-map.tsx"
import type { View } from "#web/view.ts"

type AreaMapProps = {
  readonly view: View
  /** The areas people search by, in code order. */
  readonly areas: readonly Area[]
  /** Where each stands on the schematic map. */
  readonly tiles: readonly AreaProfile[]
  readonly counts: ReadonlyMap<string, number>
}

/** The city at a glance: where something goes on. A city without wards needs no map of them. */
export const AreaMap = ({ view, areas, tiles, counts }: AreaMapProps) => {
  const tileOf = new Map(tiles.map((profile) => [profile.code, profile.tile]))
  return (
    <TileMap
      view={view}
      label={view.text("portal:front.map")}
      areas={areas.flatMap((area) => {
        const tile = tileOf.get(area.code) ?? { column: 1, row: 1 }
        return [
          {
            code: area.code,
            href: view.href(`/areas/${area.slug}`),
            name: ruby(areaRuby(view, area)),
            short: shortName(view, area),
            count: counts.get(area.code) ?? 0,
            tile,
          },
        ]
      })}
    />
  )
}

/** What fits in a tile: without 区; in English a long name may break after its direction. */
const shortName = (view: View, area: Area): Child => {
  if (view.lang === "en")
    return area.english.replace(/ Ward$/, "").replace(/^(Higashi|Nishi)(?=[a-z])/, "$1\u00AD")
  if (view.lang === "ja") return area.name.replace(/区$/, "")
  return ruby(`{${area.name.replace(/区$/, "")}|${area.kana.replace(/く$/, "")}}`)
}
