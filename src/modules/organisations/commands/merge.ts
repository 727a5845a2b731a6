import { authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid } from "#kernel/errors.ts"
import { emit } from "#kernel/events.ts"
import { countAgain, reverseFigures } from "#kernel/figures.ts"
import { giveBackFiles, takeInFiles } from "#kernel/files/follow.ts"
import { newId } from "#kernel/ids.ts"
import { command, hatOf, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { canMerge } from "../policy.ts"
import { canBeUndone, getMerge, type Merge } from "../queries/merges.ts"
import { getRecord, lockRecordById, type OrganisationRecord } from "../queries/records.ts"
import {
  organisationChanged,
  organisationHidden,
  organisationShown,
  organisationsMerged,
  organisationsParted,
} from "../schema/events.ts"
import { organisationFiles, singleRoles } from "../schema/files.ts"
import type { Profile } from "../schema/form.ts"
import { mergedProfile, type Choices } from "../schema/merge.ts"
import { changesBetween } from "../schema/profile.ts"
import { registration } from "../schema/registration.ts"
import { informationItems } from "./decide.ts"
import { endOpenInvitations } from "./invite.ts"
import { movePeople, returnPeople } from "./merge-people.ts"
import { tellMembers } from "./people-letters.ts"
import { indexOrganisation, removeFromIndex, touchPages } from "./publicity.ts"
import { updateProfile } from "./save-profile.ts"
import { checkVersion, takeStep, writeHistory } from "./steps.ts"

type Merging = {
  /** The one that stays. */
  readonly id: string
  readonly version: number
  readonly other: string
  readonly otherVersion: number
  readonly choices: Choices
  readonly reason: string
}

/**
 * Two registrations of one group become one: the chosen values stay, people, listings and open proposals move, the
 * old address leads to the survivor, and the other one counts no more. All of it is kept, so that it can be undone.
 */
export const mergeOrganisations = command("organisations.merge", async (work, input: Merging) => {
  const { survivor: earlier, other } = await lockPair(work, input)
  const hat = authorise(canMerge(work.actor, earlier))
  authorise(canMerge(work.actor, other))
  const state = requireBothStand(earlier, other)
  const before = await checkVersion(work.tx, earlier, input.version)
  const theirs = await checkVersion(work.tx, other, input.otherVersion)
  const profile = mergedProfile(before, theirs, input.choices)
  const survivor = await updateProfile(work, earlier, profile)
  const { reason } = input
  await writeHistory(work, survivor, { event: "take-in", hat, state: survivor.state, reason })
  const ending = { event: "merged", hat, state, reason } as const
  await takeStep(work, other, ending, { mergedInto: survivor.id, endedBy: "office" })
  const people = await movePeople(work, survivor.id, other.id)
  await endOpenInvitations(work, other.id, null)
  const memberships = { ...people, proposals: await moveProposals(work, survivor.id, other.id) }
  await takeInFiles(work, organisationFiles, pairOf(survivor, other), singleRoles)
  await reverseFigures(work, informationItems, { kind: "organisation", id: other.id })
  const kept = { survivor, other, hat, before, memberships }
  const id = await keepMerge(work, kept, input)
  await removeFromIndex(work, other)
  await indexOrganisation(work, survivor)
  const subject = { kind: "organisation", id: survivor.id }
  await audit(work, {
    hat,
    subject,
    payload: { other: other.id, reason, ...changesBetween(before, profile) },
  })
  await emit(work, organisationsMerged, { survivor: survivor.id, other: other.id })
  await emit(work, organisationHidden, { id: other.id })
  await emit(work, organisationChanged, { id: survivor.id })
  touchPages(work, survivor, "figures")
  touchPages(work, other)
  await tellMembers(work, survivor, { what: "merged", other: other.name, reason })
  return { id }
})

/** In one order, whoever is named first: two merges of one pair wait for each other. */
const lockPair = async (work: Work, { id, other }: Pick<Merging, "id" | "other">) => {
  if (id === other) throw new Invalid({ with: "organisations:error.merge-with" })
  const one = await getRecord(work.tx, id)
  const two = await getRecord(work.tx, other)
  return lockBoth(work, one.id, two.id)
}

const lockBoth = async (work: Work, survivorId: string, otherId: string) => {
  const [first = "", second = ""] = [survivorId, otherId].toSorted()
  const one = await lockRecordById(work, first)
  const two = await lockRecordById(work, second)
  return survivorId === first ? { survivor: one, other: two } : { survivor: two, other: one }
}

const pairOf = (survivor: OrganisationRecord, other: OrganisationRecord) => ({
  survivor: survivor.id,
  other: other.id,
})

/** The state of the one that ends. What is hidden is cleared up first. */
const requireBothStand = (survivor: OrganisationRecord, other: OrganisationRecord) => {
  if (survivor.state !== "registered")
    throw new Conflict(`organisation ${survivor.publicId} is ${survivor.state}`, {
      say: "web:error.moved-on",
    })
  if (other.state !== "registered")
    throw new Conflict(`organisation ${other.publicId} is ${other.state}`, { say: "web:error.moved-on" })
  return move(registration, "close", other.state)
}

const moveProposals = async (work: Work, survivorId: string, otherId: string): Promise<string[]> => {
  const moved = await work.tx
    .updateTable("organisationChangeRequests")
    .set({ organisationId: survivorId })
    .where("organisationId", "=", otherId)
    .where("state", "=", "open")
    .returning("id")
    .execute()
  return moved.map(({ id }) => id)
}

/** What readers proposed for the other one is about it again; what was settled meanwhile stays where it was. */
const returnProposals = async (work: Work, { otherId, memberships }: Merge): Promise<void> => {
  const { proposals = [] } = memberships
  if (proposals.length === 0) return
  await work.tx
    .updateTable("organisationChangeRequests")
    .set({ organisationId: otherId })
    .where("id", "in", [...proposals])
    .where("state", "=", "open")
    .execute()
}

type Kept = {
  readonly survivor: OrganisationRecord
  readonly other: OrganisationRecord
  readonly hat: Hat
  readonly before: Profile
  readonly memberships: Merge["memberships"]
}

const keepMerge = async (work: Work, kept: Kept, { choices, reason }: Merging): Promise<string> => {
  const id = newId()
  const { survivor, other, hat, before, memberships } = kept
  await work.tx
    .insertInto("organisationMerges")
    .values({
      ...{ id, survivorId: survivor.id, otherId: other.id, at: work.now, reason },
      ...{ accountId: work.actor.accountId, hat: hatOf(work, hat), version: survivor.version },
      choices: JSON.stringify(choices),
      survivorBefore: JSON.stringify(before),
      memberships: JSON.stringify(memberships),
      figures: "{}",
    })
    .execute()
  return id
}

/** Everything as it stood before, as long as nobody has edited the survivor since. */
export const undoMerge = command(
  "organisations.undo-merge",
  async (work, input: { readonly merge: string }) => {
    const seen = await getMerge(work.tx, input.merge)
    const { survivor, other } = await lockBoth(work, seen.survivorId, seen.otherId)
    const hat = authorise(canMerge(work.actor, survivor))
    authorise(canMerge(work.actor, other))
    const merge = await getMerge(work.tx, input.merge)
    if (!canBeUndone(merge, survivor) || other.mergedInto !== survivor.id)
      throw new Conflict("edited since", { say: "organisations:error.merge-edited" })
    const state = move(registration, "revive", other.state)
    const restored = await updateProfile(work, survivor, merge.survivorBefore)
    const parted = { event: "parted", hat, state } as const
    await writeHistory(work, restored, { ...parted, state: restored.state })
    const again = await takeStep(work, other, parted, { mergedInto: null, endedBy: null, publicReason: null })
    await returnPeople(work, merge.memberships)
    await returnProposals(work, merge)
    await giveBackFiles(work, organisationFiles, pairOf(survivor, other))
    await closeMerge(work, merge, restored)
    await countAgain(work, informationItems, { kind: "organisation", id: other.id })
    await indexOrganisation(work, restored)
    await indexOrganisation(work, again)
    await audit(work, {
      hat,
      subject: { kind: "organisation", id: survivor.id },
      payload: { other: other.id },
    })
    await emit(work, organisationsParted, { survivor: survivor.id, other: other.id })
    await emit(work, organisationShown, { id: other.id })
    await emit(work, organisationChanged, { id: survivor.id })
    touchPages(work, restored, "figures")
    touchPages(work, again)
    await tellMembers(work, restored, { what: "parted", other: other.name, reason: "" })
    await tellMembers(work, again, { what: "parted", other: survivor.name, reason: "" })
    return { id: survivor.publicId }
  },
)

/** A merge that came before may be taken back next, as if this one had never been. */
const closeMerge = async (work: Work, merge: Merge, restored: OrganisationRecord): Promise<void> => {
  await work.tx
    .updateTable("organisationMerges")
    .set({ undoneAt: work.now, undoneBy: work.actor.accountId })
    .where("id", "=", merge.id)
    .execute()
  await work.tx
    .updateTable("organisationMerges")
    .set({ version: restored.version })
    .where("survivorId", "=", merge.survivorId)
    .where("undoneAt", "is", null)
    .where("version", "=", merge.version - 1)
    .execute()
}
