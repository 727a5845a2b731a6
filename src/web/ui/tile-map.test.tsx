import { expect, test } from "vitest"
import { draw } from "#jsx"
import { testView } from "#web/test-view.tsx"
import { wardTiles } from "./gallery-data.tsx"
import { TileMap } from "./tile-map.tsx"

const areas = wardTiles(testView())
const html = draw(<TileMap view={testView()} label="地域" areas={areas} />)
const [map = "", list = ""] = html.split('<ul class="tile-map-list"')

test("the list says everything that the map shows", () => {
  for (const { href, count } of areas) expect(list).toMatch(new RegExp(`href="${href}"[^>]*>.*?${count}`))
})

test("keyboards and screen readers walk through the wards once", () => {
  expect(map).toContain('aria-hidden="true"')
  expect(map.match(/<a /g)).toHaveLength(24)
  expect(map.match(/tabindex="-1"/g)).toHaveLength(24)
  expect(list).not.toContain("tabindex")
})

test("no two wards share a tile", () => {
  expect(new Set(areas.map(({ tile }) => `${tile.column}/${tile.row}`)).size).toBe(24)
})

test("nought is shown as nought, not as little", () => {
  expect(map).toMatch(/href="\/areas\/nishiyodogawa" tabindex="-1" data-amount="0"/)
})
