import { expect, test } from "vitest"
import { TooMany } from "#kernel/errors.ts"
import { testWorld } from "#test/support/database.ts"
import { createLimits, type LimitsOptions, usualLimits } from "./auth/limits.ts"

const world = await testWorld()

/** Limits that differ in one scope only, under names of their own. */
const limitsWith = (scope: keyof LimitsOptions["mail"], points: number) =>
  createLimits(world.database, {
    ...usualLimits,
    mail: {
      pair: { points: 1000, seconds: 600 },
      account: { points: 1000, seconds: 600 },
      client: { points: 1000, seconds: 600 },
      all: { points: 1000, seconds: 600 },
      [scope]: { points, seconds: 600 },
    },
  })

const allowed = async (limits: ReturnType<typeof createLimits>, client: string, account: string) => {
  try {
    await limits.count("mail", { client, account })
    return true
  } catch (error) {
    if (error instanceof TooMany) return false
    throw error
  }
}

test("acceptance 16: one client and one account together are limited tightly", async () => {
  const limits = limitsWith("pair", 2)
  expect(await allowed(limits, "office", "a@example.jp")).toBe(true)
  expect(await allowed(limits, "office", "a@example.jp")).toBe(true)
  expect(await allowed(limits, "office", "a@example.jp")).toBe(false)
  expect(await allowed(limits, "office", "b@example.jp")).toBe(true)
  expect(await allowed(limits, "home", "a@example.jp")).toBe(true)
})

test("acceptance 16: one account is limited over all clients", async () => {
  const limits = limitsWith("account", 2)
  for (const client of ["a1", "a2"]) expect(await allowed(limits, client, "c@example.jp")).toBe(true)
  expect(await allowed(limits, "a3", "c@example.jp")).toBe(false)
})

test("acceptance 16: one client is limited over all accounts", async () => {
  const limits = limitsWith("client", 2)
  for (const account of ["d", "e"]) expect(await allowed(limits, "spray", account)).toBe(true)
  expect(await allowed(limits, "spray", "f")).toBe(false)
  expect(await allowed(limits, "neighbour", "f")).toBe(true)
})

test("acceptance 16: a breaker limits everybody together", async () => {
  await world.owner.deleteFrom("attemptLimits").execute()
  const limits = limitsWith("all", 2)
  for (const name of ["x1", "x2"]) expect(await allowed(limits, name, name)).toBe(true)
  expect(await allowed(limits, "x3", "x3")).toBe(false)
})

test("a whole ward office behind one address signs in without waiting", () => {
  expect(usualLimits.mail.client.points).toBeGreaterThanOrEqual(200)
  expect(usualLimits.mail.pair.points).toBeLessThan(10)
})

test("the table of attempts names neither client nor account", async () => {
  await allowed(limitsWith("pair", 5), "198.51.100.200", "private@example.jp")
  const rows = await world.owner.selectFrom("attemptLimits").selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(/private|198\.51/)
})

test("who got in starts anew", async () => {
  const limits = limitsWith("pair", 1)
  const attempt = { client: "forgiven", account: "g@example.jp" }
  expect(await allowed(limits, attempt.client, attempt.account)).toBe(true)
  await limits.forgive("mail", attempt)
  expect(await allowed(limits, attempt.client, attempt.account)).toBe(true)
  expect(await allowed(limits, attempt.client, attempt.account)).toBe(false)
})
