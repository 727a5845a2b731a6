import { type Actor, authorise, isAllowed } from "#kernel/actor.ts"
import { Gone, NotFound } from "#kernel/errors.ts"
import { type Page, window } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canListNotices, canWriteNotice } from "../policy.ts"
import type { SiteNotice } from "../schema/notices.ts"

export const noticeRows = (tx: Transaction) =>
  tx
    .selectFrom("siteNotices")
    .select([
      ...(["id", "publicId", "bodyId", "areaCode", "contents", "startsAt", "endsAt"] as const),
      ...(["state", "publicReason", "version"] as const),
    ])
    .$castTo<SiteNotice>()

const standing = (tx: Transaction, now: Temporal.Instant) =>
  noticeRows(tx)
    .where("state", "=", "published")
    .where("startsAt", "<=", now)
    .where((eb) => eb.or([eb("endsAt", "is", null), eb("endsAt", ">", now)]))

export type StandingNotices = {
  readonly notices: readonly SiteNotice[]
  /** When one of them begins or ends. */
  readonly until: Temporal.Instant | null
}

const nextChange = async (tx: Transaction, now: Temporal.Instant): Promise<Temporal.Instant | null> => {
  const next = await tx
    .selectFrom("siteNotices")
    .select(({ fn, eb }) => [
      fn.min(eb.case().when("startsAt", ">", now).then(eb.ref("startsAt")).end()).as("starts"),
      fn.min(eb.case().when("endsAt", ">", now).then(eb.ref("endsAt")).end()).as("ends"),
    ])
    .where("state", "=", "published")
    .executeTakeFirst()
  const moments = [next?.starts, next?.ends].filter((each) => each instanceof Temporal.Instant)
  return moments.toSorted(Temporal.Instant.compare)[0] ?? null
}

/** Of the whole city, or with an area also its own; the newest first. */
export const listStanding = async (
  tx: Transaction,
  now: Temporal.Instant,
  where: { readonly areaCode?: string; readonly most: number },
): Promise<StandingNotices> => {
  const { areaCode, most } = where
  const notices = await standing(tx, now)
    .$if(areaCode === undefined, (query) => query.where("areaCode", "is", null))
    .$if(areaCode !== undefined, (query) => query.where("areaCode", "=", areaCode ?? ""))
    .orderBy("startsAt", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .execute()
  return { notices, until: await nextChange(tx, now) }
}

/** Everything that stands, or everything that is over. */
export const listNotices = async (
  tx: Transaction,
  now: Temporal.Instant,
  past: boolean,
  page: number,
): Promise<Page<SiteNotice> & { readonly until: Temporal.Instant | null }> => {
  const size = 20
  const found = past
    ? noticeRows(tx).where("state", "=", "published").where("endsAt", "<=", now)
    : standing(tx, now)
  const { total } = await found
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  const { limit, offset } = window(page, size)
  const rows = await found
    .orderBy("startsAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows, total: Number(total), page, size, until: await nextChange(tx, now) }
}

/** One notice as everybody reads it. What is over can still be read; what was withdrawn says why. */
export const getPublicNotice = async (
  tx: Transaction,
  publicId: string,
  now: Temporal.Instant,
): Promise<SiteNotice> => {
  const notice = await noticeRows(tx).where("publicId", "=", publicId).executeTakeFirst()
  const isAhead = notice && Temporal.Instant.compare(notice.startsAt, now) > 0
  if (!notice || notice.state === "draft" || isAhead) throw new NotFound(`there is no notice ${publicId}`)
  if (notice.state === "withdrawn")
    throw new Gone(`notice ${publicId} was withdrawn`, notice.publicReason ?? "")
  return notice
}

/** Those that the worn post may see, the newest first. */
export const listForOffice = async (
  tx: Transaction,
  actor: Actor,
  page: number,
): Promise<Page<SiteNotice>> => {
  const size = 50
  authorise(canListNotices(actor))
  const areas = actor.wearing?.areas ?? []
  const mine = noticeRows(tx).$if(areas !== "all", (query) =>
    query.where("areaCode", "in", areas === "all" || areas.length === 0 ? [""] : [...areas]),
  )
  const { total } = await mine
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  const { limit, offset } = window(page, size)
  const rows = await mine
    .orderBy("startsAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows, total: Number(total), page, size }
}

export const getNotice = async (tx: Transaction, actor: Actor, publicId: string): Promise<SiteNotice> => {
  authorise(canListNotices(actor))
  const notice = await noticeRows(tx).where("publicId", "=", publicId).executeTakeFirst()
  if (!notice || !isAllowed(canWriteNotice(actor, notice.areaCode)))
    throw new NotFound(`there is no notice ${publicId} for this post`)
  return notice
}
