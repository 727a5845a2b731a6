import { expect, test } from "vitest"
import { listingsWorld, someContent } from "#test/support/listings.ts"
import type { Content } from "../schema/content.ts"
import { correctListing } from "./publish.ts"

const { owner, as, group, published, rowOf } = await listingsWorld()

const occurrencesOf = async (id: string) => {
  const { id: listingId } = await rowOf(id)
  return owner
    .selectFrom("occurrences")
    .selectAll()
    .where("listingId", "=", listingId)
    .orderBy("firstDay")
    .orderBy("startsAt")
    .execute()
}

const weekly = (times: object, until = "2026-07-31") => ({
  schedule: {
    kind: "rule" as const,
    first: "2026-06-13",
    repeat: "weekly" as const,
    interval: 1,
    until,
    except: ["2026-07-04"],
    extra: [],
    ...times,
  },
})

test("editing the rule keeps the ids of occurrences whose day stays", async () => {
  const id = await published(weekly({ start: "10:00", end: "11:00" }))
  const before = await occurrencesOf(id)
  expect(before).toHaveLength(6)
  const change = {
    ...someContent,
    ...weekly({ start: "14:00", end: "15:00", weekdays: [3, 6] }, "2026-07-15"),
  }
  await correctListing(as(group.editor), { id, version: 1, content: change })
  const after = await occurrencesOf(id)
  const ids = (rows: typeof before) => new Map(rows.map((row) => [row.firstDay?.toString(), row.id]))
  const [old, now] = [ids(before), ids(after)]
  for (const day of ["2026-06-13", "2026-06-20", "2026-06-27", "2026-07-11"])
    expect(now.get(day)).toBe(old.get(day))
  expect(now.has("2026-07-18")).toBe(false)
  expect(now.has("2026-07-15")).toBe(true)
  expect(after[0]?.startsAt?.toString()).toBe("2026-06-13T05:00:00Z")
})

test("the listing ends with its last occurrence; with a rule that goes on, or at any time, it has no end", async () => {
  const ends = async (change: Partial<Content>) => (await rowOf(await published(change))).endsAt?.toString()
  expect(await ends(weekly({ start: "10:00", end: "11:00" }))).toBe("2026-07-25T02:00:00Z")
  expect(await ends({ schedule: { kind: "any-time" } })).toBeUndefined()
  const { until: _, ...endless } = weekly({}).schedule
  expect(await ends({ schedule: endless })).toBeUndefined()
})
