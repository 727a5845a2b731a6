import { describe, expect, test } from "vitest"
import { anonymous, systemActor, type Actor } from "#kernel/actor.ts"
import { Forbidden, NotFound } from "#kernel/errors.ts"
import { working } from "#kernel/transaction.ts"
import { eventsOf } from "#kernel/workflow.ts"
import { listingsWorld, someContent } from "#test/support/listings.ts"
import { listing, type ListingEvent, type ListingRole, type ListingState } from "../schema/workflow.ts"
import type { Context } from "#kernel/transaction.ts"
import { lockRecord } from "../queries/records.ts"
import { confirmListing } from "./confirm.ts"
import { changeDates } from "./dates.ts"
import { resumeListings, suspendListings } from "./follow.ts"
import { hideListing, reinstateListing, removeListing } from "./office.ts"
import { correctListing, mendListing, publishListing, reviseDraft } from "./publish.ts"
import { releaseListing } from "./release.ts"
import { approveListing, returnListing } from "./review.ts"
import { takeBackListing, undoWithdrawal } from "./take-back.ts"
import { withdrawListing } from "./withdraw.ts"

const world = await listingsWorld()
const { owner, as, group, others, office, otherOffice, cityOffice, draft, published, rowOf } = world

const unseen = new Set<ListingState>(["draft", "submitted", "scheduled"])
const later = Temporal.Instant.from("2026-06-12T00:00:00Z")

/** Whether it was public before somebody asks. What was, is brought back; what was not, is opened again. */
const wasPublic = (state: ListingState, event: ListingEvent): boolean =>
  !unseen.has(state) && event !== "reopen"

/** Puts a listing straight into a state, to ask from there. */
const inState = async (state: ListingState, event: ListingEvent): Promise<string> => {
  const id = await draft()
  const seen = wasPublic(state, event) ? Temporal.Instant.from("2026-06-01T00:00:00Z") : null
  await owner
    .updateTable("listings")
    .set({ state, firstPublishedAt: seen, publishAt: event === "approve-ahead" ? later : null })
    // Over: it can no longer become public.
    .$if(event === "lapse", (query) => query.set({ nextAt: null }))
    .where("publicId", "=", id)
    .execute()
  return id
}

const standings = new Map<string, Promise<string>>()

/** The same for attempts that are refused: they change nothing, so one listing serves for all of them. */
const standing = (state: ListingState, event: ListingEvent): Promise<string> => {
  const arranged = ["approve-ahead", "lapse", "reopen"].includes(event) ? event : "any"
  const key = `${state} ${arranged}`
  const found = standings.get(key) ?? inState(state, event)
  standings.set(key, found)
  return found
}

/** Where every listing is looked at first. */
const careful = (actor: Actor): Context => {
  const context = as(actor)
  const { settings } = context.city
  const listingReview = { ...settings.listingReview, value: "all" as const }
  return { ...context, city: { ...context.city, settings: { ...settings, listingReview } } }
}

const release = (actor: Actor, id: string) =>
  working(as(actor), "listings.release", async (work) => releaseListing(work, await lockRecord(work, id)))

const editing = (id: string) => ({ id, version: 1, content: someContent })
const allOff = { change: "cancelled", which: "all", reason: "雨のため", to: null } as const

const acts: Record<ListingEvent, (actor: Actor, id: string) => Promise<unknown>> = {
  revise: (actor, id) => reviseDraft(as(actor), editing(id)),
  submit: (actor, id) => publishListing(careful(actor), editing(id)),
  return: (actor, id) => returnListing(as(actor), { id, reason: "場所を書いてください" }),
  approve: (actor, id) => approveListing(as(actor), { id }),
  "approve-ahead": (actor, id) => approveListing(as(actor), { id }),
  schedule: (actor, id) => publishListing(as(actor), { ...editing(id), publishAt: later }),
  "take-back": (actor, id) => takeBackListing(as(actor), { id }),
  release,
  lapse: release,
  publish: (actor, id) => publishListing(as(actor), editing(id)),
  correct: (actor, id) => correctListing(as(actor), editing(id)),
  "change-dates": (actor, id) => changeDates(as(actor), { id, ...allOff }),
  confirm: (actor, id) => confirmListing(as(actor), { id }),
  withdraw: (actor, id) => withdrawListing(as(actor), { id, reason: "" }),
  "bring-back": (actor, id) => undoWithdrawal(as(actor), { id }),
  reopen: (actor, id) => undoWithdrawal(as(actor), { id }),
  hide: (actor, id) => hideListing(as(actor), { id, reason: "場所が違います" }),
  mend: (actor, id) => mendListing(as(actor), editing(id)),
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
  const official = wasPublic(state, event) || state === "submitted"
  const knows = role === "editor" || state === "published" || (role === "office" && official)
  if (!by.includes(role) || (role === "office" && !official)) return knows ? "Forbidden" : "NotFound"
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
    const result = expected(state, event, role)
    const id = await (result === "done" ? inState : standing)(state, event)
    expect(await outcome(acts[event](actors[role](), id))).toBe(result)
    expect((await rowOf(id)).state).toBe(result === "done" ? listing.events[event].to : state)
  })

  test.each(asked)(
    "X17: nobody else may %s: other groups, other offices, people without a hat",
    async (event) => {
      for (const state of listing.states) {
        const id = await standing(state, event)
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

  // Last: these move all of the group's listings.
  const followed = listing.states.flatMap((state) => [...following].map((event) => [state, event] as const))
  test.each(followed)("%s × %s, whoever hides or shows the group", async (state, event) => {
    const id = await inState(state, event)
    await acts[event](office, id)
    const { from, to }: { from: readonly string[]; to: string } = listing.events[event]
    expect((await rowOf(id)).state).toBe(from.includes(state) ? to : state)
  })
})
