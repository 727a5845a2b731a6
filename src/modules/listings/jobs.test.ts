import { expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import type { Content } from "./schema/content.ts"
import { listingsWorld } from "#test/support/listings.ts"
import { expandListings, moveListingsOn } from "./jobs.ts"

const { owner, as, clock, published, rowOf } = await listingsWorld()

const job = () => ({ ...as(systemActor("listings")), signal: new AbortController().signal })
const daily = (change: object = {}): Pick<Content, "schedule"> => ({
  schedule: {
    kind: "rule",
    first: "2026-06-10",
    start: "18:00",
    end: "19:00",
    repeat: "daily",
    interval: 1,
    except: [],
    extra: [],
    ...change,
  },
})

const occurrencesOf = async (id: string) => {
  const { id: listingId } = await rowOf(id)
  const rows = await owner
    .selectFrom("occurrences")
    .select(["id", "firstDay"])
    .where("listingId", "=", listingId)
    .orderBy("firstDay")
    .execute()
  return rows.map(({ id: own, firstDay }) => ({ own, day: firstDay?.toString() ?? "" }))
}

test("house §5 Time: a rule that goes on is carried on, and what was made keeps its ids", async () => {
  const id = await published(daily())
  const before = await occurrencesOf(id)
  expect([before.length, before.at(-1)?.day]).toEqual([400, "2027-07-14"])
  clock.set("2026-08-01T03:10:00+09:00")
  await expandListings.run(job(), {})
  const after = await occurrencesOf(id)
  expect(after.slice(0, 400)).toEqual(before)
  expect(after.at(-1)?.day).toBe("2027-09-04")
  expect((await rowOf(id)).extendOn?.toString()).toBe("2026-08-31")
  await expandListings.run(job(), {})
  expect(await occurrencesOf(id)).toEqual(after)
  clock.set("2026-06-10T10:00:00+09:00")
})

test("a rule with an end is made once; when nothing is left, the job leaves it alone", async () => {
  const id = await published(daily({ until: "2026-06-12" }))
  const { extendOn, endsAt } = await rowOf(id)
  expect([extendOn, endsAt?.toString()]).toEqual([null, "2026-06-12T10:00:00Z"])
})

test("years later the past is still there, and only what lies ahead is made anew", async () => {
  const id = await published(daily({ repeat: "weekly" }))
  const before = await occurrencesOf(id)
  clock.set("2028-06-10T03:10:00+09:00")
  await expandListings.run(job(), {})
  const after = await occurrencesOf(id)
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.at(-1)?.day).toBe("2031-06-04")
  clock.set("2026-06-10T10:00:00+09:00")
})

test("when an occurrence is over, the next one takes its place in the order, and the lists are made anew", async () => {
  const id = await published(daily())
  const stamp = async () => {
    const row = await owner
      .selectFrom("pageStamps")
      .select("version")
      .where("tag", "=", "listings")
      .executeTakeFirst()
    return row?.version ?? 0
  }
  const before = await stamp()
  clock.set("2026-06-10T18:59:59+09:00")
  await moveListingsOn.run(job(), {})
  expect((await rowOf(id)).nextAt?.toString()).toBe("2026-06-10T09:00:00Z")
  clock.set("2026-06-10T19:00:00+09:00")
  await moveListingsOn.run(job(), {})
  expect((await rowOf(id)).nextAt?.toString()).toBe("2026-06-11T09:00:00Z")
  expect(await stamp()).toBe(before + 1)
  await moveListingsOn.run(job(), {})
  expect(await stamp()).toBe(before + 1)
})
