import { expect, test } from "vitest"
import { testProgram } from "#test/support/program.ts"
import { seedFull } from "./seed.ts"

const { program, ask } = await testProgram()

const numbers = async () => {
  const { rows } = await program.ownerPool.query<Record<string, number | string>>(
    `select (select count(*)::int from organisations) as groups, (select count(*)::int from listings) as listings,
       (select min(recorded_at)::date::text from figure_events) as since,
       (select count(*)::int from listings l where l.state = 'published' and l.next_at is not null) as ahead,
       (select count(distinct main_area_code)::int from organisations) as wards`,
  )
  return rows[0]
}

test("issue 3 line 17: the big demo world has 80 groups and 400 listings since 2022, made by commands, once", async () => {
  expect(await seedFull(program)).toBe(true)
  const made = await numbers()
  expect(made?.["groups"]).toBeGreaterThanOrEqual(80)
  expect(made?.["listings"]).toBeGreaterThanOrEqual(400)
  expect(made?.["ahead"]).toBeGreaterThanOrEqual(100)
  expect(made?.["wards"]).toBe(24)
  expect(made?.["since"]).toMatch(/^2022-04/)
  expect(await seedFull(program)).toBe(true)
  expect(await numbers()).toEqual(made)
  expect((await ask("/areas/joto")).status).toBe(200)
}, 90_000)
