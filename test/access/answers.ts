import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { findCity } from "#cities/cities.ts"
import { formFor } from "#test/support/access-forms.ts"
import { readAccessTable, routeShape, type AccessRow } from "#test/support/access-table.ts"
import { accessWorld, type AccessWorld, type WorldApart } from "#test/support/access-world.ts"

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
      let together: Promise<WorldApart> | undefined
      afterAll(async () => (await together)?.close())
      it.each(actors)("as %s", async (actor) => {
        const wanted = row.cells.get(actor) ?? 0
        // What is refused changes nothing. Those who may act do so one after the other in a world of the row's own;
        // where what one did stands in another's way, that one gets a world alone.
        const refused = row.method === "GET" || wanted >= 400
        const answer = refused
          ? await answerOf(row, actor, world)
          : await answerOf(row, actor, await (together ??= world.apart()))
        const alone = refused || answer === wanted ? answer : await answerAlone(row, actor)
        expect(alone).toBe(wanted)
      })
    })

    const answerOf = async (
      row: AccessRow,
      actor: string,
      at: Pick<AccessWorld, "post">,
    ): Promise<number> => {
      const path = world.fill(row.path)
      return row.method === "GET" ? world.get(path, actor) : at.post(path, actor, formFor(row.path, world))
    }

    const answerAlone = async (row: AccessRow, actor: string): Promise<number> => {
      const apart = await world.apart()
      try {
        return await answerOf(row, actor, apart)
      } finally {
        await apart.close()
      }
    }
  })
