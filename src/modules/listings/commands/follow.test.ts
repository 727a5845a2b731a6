import { describe, expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { reading, working } from "#kernel/transaction.ts"
import { listingsWorld } from "#test/support/listings.ts"
import { getPublicListing } from "../queries/public.ts"
import { giveBackListings, resumeListings, suspendListings, takeInListings } from "./follow.ts"

const world = await listingsWorld()
const { owner, database, as, group, others, published, rowOf } = world
const program = as(systemActor("listings"))
const now = Temporal.Instant.from("2026-06-10T01:00:00Z")

const page = (id: string) => reading({ database }, (tx) => getPublicListing(tx, id, { now, lang: "ja" }))
const indexed = async (id: string): Promise<string> => {
  const { id: key } = await rowOf(id)
  const row = await owner
    .selectFrom("searchDocuments")
    .select("folded")
    .where("id", "=", key)
    .executeTakeFirst()
  return row?.folded ?? ""
}

describe("a group's fate is shared by what it published", () => {
  test("civic-portal.R6: a withdrawn group's items are gone with its reason, and come back with it", async () => {
    const ids = [await published(), await published({ title: "二つ目の水やり" })]
    await working(program, "organisations.withdraw", (work) =>
      suspendListings(work, { id: group.id, reason: "活動を終えました" }),
    )
    for (const id of ids) {
      await expect(page(id)).rejects.toMatchObject({ name: "Gone", reason: "活動を終えました" })
      expect(await indexed(id)).toBe("")
    }
    await working(program, "organisations.revive", (work) => resumeListings(work, { id: group.id }))
    for (const id of ids) {
      expect((await page(id)).title.body).toContain("水やり")
      expect(await indexed(id)).toContain("あべの")
    }
    const events = await owner
      .selectFrom("listingEvents")
      .select("event")
      .where("listingId", "=", (await rowOf(ids[0] ?? "")).id)
      .orderBy("id")
      .execute()
    expect(events.map(({ event }) => event).slice(-2)).toEqual(["suspend", "resume"])
  })

  test("issue 3 line 6: merged, listings move to the survivor and its office; taken back, they go home", async () => {
    const id = await published()
    const before = await rowOf(id)
    const pair = { survivor: others.id, other: group.id }
    await working(program, "organisations.merge", (work) => takeInListings(work, pair))
    const moved = await rowOf(id)
    expect(moved).toMatchObject({ organisationId: others.id, mergedFrom: [group.id], state: "published" })
    expect(moved.bodyId).not.toBe(before.bodyId)
    expect(await indexed(id)).toContain("平野")
    await working(program, "organisations.undo-merge", (work) => giveBackListings(work, pair))
    expect(await rowOf(id)).toMatchObject({
      organisationId: group.id,
      bodyId: before.bodyId,
      mergedFrom: [],
    })
    expect(await indexed(id)).not.toContain("平野みどり")
  })
})
