import { authorise, type Hat } from "#kernel/actor.ts"
import type { Work } from "#kernel/transaction.ts"
import { rewriteListing, type Owner } from "../commands/content.ts"
import { showPublicly, takeStep } from "../commands/publication.ts"
import { canDo } from "../policy.ts"
import { contentOf, type ListingRow } from "../queries/records.ts"
import type { Content, Origin } from "../schema/content.ts"
import { changesBetween, typedOf } from "../schema/typed.ts"
import type { Corrections } from "./corrections.ts"
import { fingerprintOf, fingerprintText, readFingerprint, shownOf, type Fingerprint } from "./fingerprint.ts"
import type { Accepted } from "./profile.ts"
import { publishMany, type NewListing } from "./publish-many.ts"

/** The last row of a listing. */
export type Item = { readonly key: string; readonly accepted: Accepted }

export type Written = {
  readonly created: readonly string[]
  /** By public id: what changed, each with the old and the new value. */
  readonly updated: Readonly<Record<string, Changes>>
  readonly unchanged: number
  /** How many of these listings wait for somebody's eyes. */
  readonly toReview: number
}

type Followed = { readonly toReview: boolean; readonly changes?: Changes; readonly publicId: string }
type Changes = Record<string, [string, string]>

export type Import = {
  readonly profile: string
  readonly owner: Owner
  readonly corrections: Corrections
}

/** Takes over some listings in one transaction: new ones are published, known ones corrected where the source was. */
export const writeBatch = async (work: Work, run: Import, items: readonly Item[]): Promise<Written> => {
  const known = await lockKnown(work, run.profile, items)
  const fresh: NewListing[] = []
  const followed: Followed[] = []
  for (const item of items) {
    const fingerprint = fingerprintOf(item.accepted)
    const origin = originOf(run.profile, item, fingerprint)
    const row = known.get(item.key) ?? (await lockCorrected(work, run.corrections.take(fingerprint)))
    if (row) followed.push(await follow(work, row, item.accepted.content, origin))
    else fresh.push({ content: item.accepted.content, origin })
  }
  const updated = followed.flatMap(({ publicId, changes }) => (changes ? [[publicId, changes] as const] : []))
  return {
    created: await publishMany(work, run.owner, fresh),
    updated: Object.fromEntries(updated),
    unchanged: followed.length - updated.length,
    toReview:
      followed.filter(({ toReview }) => toReview).length +
      fresh.filter(({ origin }) => origin.lookAt.length > 0).length,
  }
}

const originOf = (profile: string, { key, accepted }: Item, fingerprint: Fingerprint): Origin => ({
  ...accepted.source,
  profile,
  key,
  hash: fingerprintText(fingerprint),
})

const lockKnown = async (
  work: Work,
  profile: string,
  items: readonly Item[],
): Promise<ReadonlyMap<string, ListingRow>> => {
  const rows = await work.tx
    .selectFrom("listings")
    .selectAll()
    .where("importProfile", "=", profile)
    .where(
      "importKey",
      "in",
      items.map(({ key }) => key),
    )
    .orderBy("id")
    .forUpdate()
    .$castTo<ListingRow>()
    .execute()
  return new Map(rows.map((row) => [row.importKey ?? "", row]))
}

const lockCorrected = (work: Work, id: string | undefined): Promise<ListingRow | undefined> =>
  id === undefined
    ? Promise.resolve(undefined)
    : work.tx
        .selectFrom("listings")
        .selectAll()
        .where("id", "=", id)
        .forUpdate()
        .$castTo<ListingRow>()
        .executeTakeFirst()

/** A known listing is corrected when its source was, unless a person or the office has had a hand in it since. */
const follow = async (work: Work, row: ListingRow, content: Content, origin: Origin): Promise<Followed> => {
  const { publicId } = row
  const before = readFingerprint(row.importHash)
  const isSame = row.importKey === origin.key && before?.shown === readFingerprint(origin.hash)?.shown
  if (isSame) return { publicId, toReview: row.lookAt.length > 0 }
  const hat = authorise(canDo(work.actor, "correct", row))
  if (row.state !== "published" || (await isEdited(work, row, before))) return { publicId, toReview: true }
  const changes = await correct(work, row, content, origin, hat)
  return { publicId, toReview: origin.lookAt.length > 0, changes }
}

const isEdited = async (work: Work, row: ListingRow, before: Fingerprint | undefined): Promise<boolean> => {
  if (!before) return false
  const { latitude, longitude } = row
  const position = latitude !== null && longitude !== null ? { position: { latitude, longitude } } : {}
  const content = await contentOf(work.tx, row)
  return shownOf({ content, source: { ...row, ...position } }) !== before.shown
}

/** X16: the old values stay in the audit. It does not count again. */
const correct = async (
  work: Work,
  row: ListingRow,
  content: Content,
  origin: Origin,
  hat: Hat,
): Promise<Changes> => {
  const { zone } = work.city
  const before = typedOf(await contentOf(work.tx, row), zone)
  await rewriteListing(work, row, content, origin)
  await takeStep(work, row, { event: "correct", hat })
  await showPublicly(work, row)
  return {
    ...changesBetween(before, typedOf(content, zone)),
    ...(row.scheduleText === origin.scheduleText
      ? {}
      : { scheduleText: [row.scheduleText, origin.scheduleText] as [string, string] }),
  }
}
