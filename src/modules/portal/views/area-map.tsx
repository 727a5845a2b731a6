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
        const short = view.lang === "en" ? area.english.replace(/ Ward$/, "") : area.name.replace(/区$/, "")
        return [
          {
            code: area.code,
            href: view.href(`/areas/${area.slug}`),
            name: ruby(areaRuby(view, area)),
            short,
            count: counts.get(area.code) ?? 0,
            tile,
          },
        ]
      })}
    />
  )
}
