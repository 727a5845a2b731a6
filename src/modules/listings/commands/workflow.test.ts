import { describe, expect, test } from "vitest"
import { anonymous, systemActor, type Actor } from "#kernel/actor.ts"
import { Forbidden, NotFound } from "#kernel/errors.ts"
import { working } from "#kernel/transaction.ts"
import { eventsOf } from "#kernel/workflow.ts"
import { listingsWorld, someContent } from "#test/support/listings.ts"
import { listing, type ListingEvent, type ListingRole, type ListingState } from "../schema/workflow.ts"
import { resumeListings, suspendListings } from "./follow.ts"
import { hideListing, reinstateListing, removeListing } from "./office.ts"
import { correctListing, publishListing, reviseDraft } from "./publish.ts"
import { withdrawListing } from "./withdraw.ts"

const world = await listingsWorld()
const { owner, as, group, others, office, otherOffice, cityOffice, draft, published, rowOf } = world

/** Puts a listing straight into a state, to ask from there. */
const inState = async (state: ListingState): Promise<string> => {
  const id = await draft()
  const seen = state === "draft" ? null : Temporal.Instant.from("2026-06-01T00:00:00Z")
  await owner
    .updateTable("listings")
    .set({ state, firstPublishedAt: seen })
    .where("publicId", "=", id)
    .execute()
  return id
}

const acts: Record<ListingEvent, (actor: Actor, id: string) => Promise<unknown>> = {
  revise: (actor, id) => reviseDraft(as(actor), { id, version: 1, content: someContent }),
  publish: (actor, id) => publishListing(as(actor), { id, version: 1, content: someContent }),
  correct: (actor, id) => correctListing(as(actor), { id, version: 1, content: someContent }),
  withdraw: (actor, id) => withdrawListing(as(actor), { id, reason: "" }),
  hide: (actor, id) => hideListing(as(actor), { id, reason: "場所が違います" }),
  remove: (actor, id) => removeListing(as(actor), { id, reason: "二重の掲載です" }),
  reinstate: (actor, id) => reinstateListing(as(actor), { id }),
  suspend: (actor) => working(as(actor), "organisations.suspend", (work) => suspendListings(work, group)),
  resume: (actor) => working(as(actor), "organisations.reinstate", (work) => resumeListings(work, group)),
}

/** What only happens to a listing with its group: the group's own policy asks who may. */
const following = new Set<ListingEvent>(["suspend", "resume"])

const actors: Record<ListingRole, () => Actor> = {
  editor: () => group.editor,
  office: () => office,
  program: () => systemActor("import"),
}

/** What the declaration makes of an attempt. A draft is known to its group only. */
const expected = (state: ListingState, event: ListingEvent, role: ListingRole): string => {
  const { from, by }: { from: readonly string[]; by: readonly string[] } = listing.events[event]
  const knows = role === "editor" || state === "published" || (role === "office" && state !== "draft")
  if (!by.includes(role) || (role === "office" && state === "draft")) return knows ? "Forbidden" : "NotFound"
  return from.includes(state) ? "done" : "Conflict"
}

const outcome = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "done",
    (error: Error) => error.name,
  )

describe("acceptance 7: every state × event × role, through the commands", () => {
  const asked = eventsOf(listing).filter((event) => !following.has(event))
  const cases = listing.states.flatMap((state) =>
    asked.flatMap((event) => listing.roles.map((role) => [state, event, role] as const)),
  )
  test.each(cases)("%s × %s × %s", async (state, event, role) => {
    const id = await inState(state)
    const result = expected(state, event, role)
    expect(await outcome(acts[event](actors[role](), id))).toBe(result)
    expect((await rowOf(id)).state).toBe(result === "done" ? listing.events[event].to : state)
  })

  const followed = listing.states.flatMap((state) => [...following].map((event) => [state, event] as const))
  test.each(followed)("%s × %s, whoever hides or shows the group", async (state, event) => {
    const id = await inState(state)
    await acts[event](office, id)
    const { from, to }: { from: readonly string[]; to: string } = listing.events[event]
    expect((await rowOf(id)).state).toBe(from.includes(state) ? to : state)
  })

  test.each(asked)(
    "X17: nobody else may %s: other groups, other offices, people without a hat",
    async (event) => {
      for (const state of listing.states) {
        const id = await inState(state)
        for (const actor of [others.editor, otherOffice, { ...anonymous, accountId: group.id }, anonymous]) {
          const refusal = acts[event](actor, id)
          await expect(refusal).rejects.toBeInstanceOf(state === "published" ? Forbidden : NotFound)
        }
        expect((await rowOf(id)).state).toBe(state)
      }
    },
  )

  test("X17: the City may do what the ward's office may; an office may not act on its officer's own group", async () => {
    const id = await published()
    await hideListing(as(cityOffice), { id, reason: "確認中です" })
    expect((await rowOf(id)).state).toBe("hidden")
    const both = { ...office, memberships: group.editor.memberships }
    await expect(reinstateListing(as(both), { id })).rejects.toBeInstanceOf(Forbidden)
  })
})
