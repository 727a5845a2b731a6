import { authorise, type Actor } from "#kernel/actor.ts"
import { Invalid, NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canMerge } from "../policy.ts"
import type { Profile } from "../schema/form.ts"
import { findRecordById, getRecord, profileOf, type OrganisationRecord } from "./records.ts"
import { similarForOffice } from "./similar.ts"

type Kept = { readonly id: string; readonly validTo: string | null }

/** What a merge did to memberships: ended in the other group, made and ended in the survivor; and what came along. */
export type MovedPeople = {
  readonly ended: readonly Kept[]
  readonly made: readonly string[]
  readonly raised: readonly Kept[]
  /** Open change requests that came from the other group. */
  readonly proposals?: readonly string[]
}

export type Merge = {
  readonly id: string
  readonly survivorId: string
  readonly otherId: string
  readonly at: Temporal.Instant
  readonly reason: string
  readonly survivorBefore: Profile
  readonly version: number
  readonly memberships: MovedPeople
  readonly undoneAt: Temporal.Instant | null
}

export const merges = (tx: Transaction) =>
  tx
    .selectFrom("organisationMerges")
    .select([
      "id",
      "survivorId",
      "otherId",
      "at",
      "reason",
      "survivorBefore",
      "version",
      "memberships",
      "undoneAt",
    ])
    .$castTo<Merge>()

export const getMerge = async (tx: Transaction, id: string): Promise<Merge> => {
  const found = isId(id) ? await merges(tx).where("id", "=", id).executeTakeFirst() : undefined
  if (!found) throw new NotFound(`there is no merge ${id}`)
  return found
}

/** Edited further, the survivor is no longer what was merged: then a merge is not taken back. */
export const canBeUndone = (merge: Merge, survivor: OrganisationRecord): boolean =>
  merge.undoneAt === null && merge.version === survivor.version

type Side = { readonly record: OrganisationRecord; readonly profile: Profile }

/** What the page of a merge shows: the survivor, perhaps the other one, what resembles it, and earlier merges. */
export const getMergePage = async (tx: Transaction, actor: Actor, publicId: string, asked: string) => {
  const record = await getRecord(tx, publicId)
  authorise(canMerge(actor, record))
  const profile = await profileOf(tx, record)
  const other = asked === "" ? undefined : await findOther(tx, asked)
  if (other && (other.id === record.id || other.state !== "registered"))
    throw new Invalid({ with: "organisations:error.merge-with" })
  if (other) authorise(canMerge(actor, other))
  const { named } = await similarForOffice(tx, actor, profile, record.id)
  return {
    survivor: { record, profile } satisfies Side,
    other: other ? ({ record: other, profile: await profileOf(tx, other) } satisfies Side) : null,
    missing: asked !== "" && !other,
    similar: named.filter(({ state }) => state === "registered"),
    past: await pastMerges(tx, record),
  }
}

export type MergePageData = Awaited<ReturnType<typeof getMergePage>>

/** By the id in addresses, by a whole address, or by the receipt number. */
const findOther = async (tx: Transaction, asked: string): Promise<OrganisationRecord | undefined> => {
  const text = asked.normalize("NFKC").trim()
  const id = /([0-9a-hjkmnp-tv-z]{10})(?:[/?#].*)?$/.exec(text)?.[1] ?? ""
  const row = await tx
    .selectFrom("organisations")
    .select("id")
    .where((eb) => eb.or([eb("publicId", "=", id), eb("receiptNumber", "=", text)]))
    .executeTakeFirst()
  return row && findRecordById(tx, row.id)
}

const pastMerges = async (tx: Transaction, record: OrganisationRecord) => {
  const found = await merges(tx)
    .where((eb) => eb.or([eb("survivorId", "=", record.id), eb("otherId", "=", record.id)]))
    .where("undoneAt", "is", null)
    .orderBy("at", "desc")
    .execute()
  const past = []
  for (const merge of found) {
    const survivor = await findRecordById(tx, merge.survivorId)
    const other = await findRecordById(tx, merge.otherId)
    if (survivor && other) past.push({ merge, survivor, other, open: canBeUndone(merge, survivor) })
  }
  return past
}

/** Where the address of a group that became one with another leads now. */
export const findSurvivor = async (tx: Transaction, publicId: string): Promise<string | null> => {
  const row = await tx
    .selectFrom("organisations as other")
    .innerJoin("organisations as survivor", "survivor.id", "other.mergedInto")
    .select("survivor.publicId")
    .where("other.publicId", "=", publicId)
    .executeTakeFirst()
  return row?.publicId ?? null
}
