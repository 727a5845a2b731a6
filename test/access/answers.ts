import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { findCity } from "#cities/cities.ts"
import { formFor } from "#test/support/access-forms.ts"
import { readAccessTable, routeShape, type AccessRow } from "#test/support/access-table.ts"
import { accessWorld } from "#test/support/access-world.ts"

// Acceptance 5, X17: every route × every kind of actor × own, other, missing → status, on both cities.

const rows = readAccessTable(readFileSync(join(import.meta.dirname, "../access.table"), "utf8"))

/** Asks the program of one city for every cell of the table. */
export const describeAccess = (city: string) =>
  describe(`access in ${city}`, async () => {
    const people = new Set(["anonymous", ...findCity(city).demoPeople.map((person) => person.key)])
    const world = await accessWorld(city)
    const here = rows.filter((row) => row.city === null || row.city === city)

    it("acceptance 5: every route of the program stands in the table", () => {
      const known = new Set(rows.map((row) => `${row.method} ${routeShape(row.path)}`))
      expect(world.routes.filter((route) => !known.has(route))).toEqual([])
    })

    it("acceptance 5: the table names no route that the program does not have", () => {
      const real = new Set(world.routes)
      expect(
        rows.map((row) => `${row.method} ${routeShape(row.path)}`).filter((route) => !real.has(route)),
      ).toEqual([])
    })

    describe.each(here.map((row) => [`${row.method} ${row.path}`, row] as const))("%s", (_name, row) => {
      const actors = [...row.cells.keys()].filter((actor) => people.has(actor))
      it.each(actors)("as %s", async (actor) => {
        expect(await answerOf(row, actor)).toBe(row.cells.get(actor))
      })
    })

    const answerOf = async (row: AccessRow, actor: string): Promise<number> => {
      const path = world.fill(row.path)
      if (row.method === "GET") return world.get(path, actor)
      const form = formFor(row.path, world)
      // What is refused changes nothing; what is done gets a world of its own.
      const refused = (row.cells.get(actor) ?? 0) >= 400
      return refused ? world.post(path, actor, form) : world.postApart(path, actor, form)
    }
  })
