import type { Child } from "#jsx"
import type { View } from "#web/view.ts"

export type AreaTile = {
  readonly code: string
  readonly href: string
  /** 阿倍野区, with its reading in easy Japanese. */
  readonly name: Child
  /** What fits in the tile: 阿倍野. */
  readonly short: Child
  readonly count: number
  readonly tile: Tile
  readonly current?: boolean
}

/** Where a ward stands in the city's schematic map, from 1. */
export type Tile = { readonly column: number; readonly row: number }

type TileMapProps = {
  readonly view: View
  readonly label: string
  /** In code order, which is the order people of the city expect. */
  readonly areas: readonly AreaTile[]
}

/**
 * The city as tiles in their true neighbourhood, beside it the same as a list. The list is the one that keyboards and
 * screen readers meet: nobody should walk through every ward twice.
 */
export function TileMap({ view, label, areas }: TileMapProps) {
  const most = Math.max(1, ...areas.map(({ count }) => count))
  return (
    <div class="tile-map">
      <ol class="tile-map-tiles" aria-hidden="true">
        {areas.map((area) => (
          <li class="tile" data-column={String(area.tile.column)} data-row={String(area.tile.row)}>
            <a
              href={area.href}
              tabindex={-1}
              data-amount={String(amount(area.count, most))}
              aria-current={area.current ? "true" : undefined}
            >
              <span class="tile-name">{area.short}</span>
              <span class="tile-count">{area.count}</span>
            </a>
          </li>
        ))}
      </ol>
      <ul class="tile-map-list" aria-label={label}>
        {areas.map(({ href, name, count, current }) => (
          <li>
            <a href={href} aria-current={current ? "true" : undefined}>
              <span>{name}</span>
              <span class="count">
                {count}
                <span class="visually-hidden">{view.t("web:things")}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Four tints: none, some, many, most. */
function amount(count: number, most: number): number {
  return count === 0 ? 0 : Math.min(3, Math.ceil((count / most) * 3))
}
