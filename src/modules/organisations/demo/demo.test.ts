import { describe, expect, test } from "vitest"
import { testProgram } from "#test/support/program.ts"

const statesOf = async (city: string, now?: string) => {
  const { program } = await testProgram({ city, ...(now ? { now } : {}) })
  const { rows } = await program.ownerPool.query<{ state: string; count: number }>(
    "select state, count(*)::int as count from organisations group by state",
  )
  const { rows: days } = await program.ownerPool.query<{ first: Temporal.Instant; last: Temporal.Instant }>(
    "select min(created_at) as first, max(updated_at) as last from organisations",
  )
  return { states: Object.fromEntries(rows.map(({ state, count }) => [state, count])), days: days[0] }
}

describe("the demo world", () => {
  test("civic-portal.R1: groups over the wards since 2022, one that waits and one that was returned", async () => {
    const { states, days } = await statesOf("osaka")
    expect(states).toEqual({ registered: 10, submitted: 1, returned: 1 })
    expect(days?.first.toString()).toMatch(/^2022-04-0/)
    expect((days?.last.toString() ?? "") < "2026-06-10T01:00:01Z").toBe(true)
  })

  test("civic-portal.R1: a city without wards has groups of its own", async () => {
    expect((await statesOf("takamatsu")).states).toEqual({ registered: 4, submitted: 1, returned: 1 })
  })

  test("X16: nothing happens after the day on which the demo stands", async () => {
    const { states } = await statesOf("osaka", "2023-01-16T09:00:00+09:00")
    expect(states).toEqual({ registered: 3, submitted: 1, returned: 1 })
  })
})
