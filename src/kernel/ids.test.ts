import { expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { isId, isPublicId, newId, newPublicId, nextReceiptNumber } from "#kernel/ids.ts"
import { command } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"

const world = await testWorld()
const context = world.as(systemActor("test"))

test("ids are in the order of their making, also within a millisecond, and known by their shape", () => {
  const ids = Array.from({ length: 5000 }, newId)
  expect(ids.toSorted().every((id, index) => id === ids[index])).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => id[14] === "7" && id[19] === "8")).toBe(true)
  const made = Number.parseInt((ids[0] ?? "").replace("-", "").slice(0, 12), 16)
  expect(Math.abs(Date.now() - made)).toBeLessThan(5000)
  expect(ids.every(isId)).toBe(true)
  for (const text of ["", "x", `${ids[0]} `, ids[0]?.toUpperCase() ?? "", "' or true --"])
    expect(isId(text)).toBe(false)
})

test("public ids have ten characters that cannot be mistaken for each other", () => {
  const ids = Array.from({ length: 1000 }, newPublicId)
  expect(new Set(ids).size).toBe(1000)
  expect(ids.every(isPublicId)).toBe(true)
  for (const text of ["", "012345678", "01234567890", "012345678i", "012345678l", "012345678o", "012345678U"])
    expect(isPublicId(text)).toBe(false)
})

const receive = command(
  "test.receive",
  async (work, input: { body: string; year: number; fail?: boolean }) => {
    const number = await nextReceiptNumber(work, { id: input.body, mark: "阿" }, input.year)
    if (input.fail) throw new Error("refused")
    return number
  },
)

test("receipt numbers run without gaps, by body and fiscal year, also in parallel and after a failure", async () => {
  const [body, other] = [newId(), newId()]
  const attempts = Array.from({ length: 12 }, (_, turn) =>
    receive(context, { body, year: 2026, fail: turn % 4 === 1 }).catch(() => null),
  )
  const given = (await Promise.all(attempts)).filter((number) => number !== null)
  const expected = Array.from({ length: 9 }, (_, index) => `阿2026-000${index + 1}`)
  expect(given.toSorted()).toEqual(expected)
  expect(await receive(context, { body, year: 2027 })).toBe("阿2027-0001")
  expect(await receive(context, { body: other, year: 2026 })).toBe("阿2026-0001")
})
