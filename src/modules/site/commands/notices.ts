import { type Actor, authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { startOfDay } from "#kernel/clock.ts"
import { Conflict, Forbidden, Invalid, NotFound } from "#kernel/errors.ts"
import { newId, newPublicId } from "#kernel/ids.ts"
import { touch } from "#kernel/stamps.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { findArea } from "#modules/places"
import { canWriteNotice } from "../policy.ts"
import { noticeRows } from "../queries/notices.ts"
import { contentsOf, contentsValues } from "../schema/contents.ts"
import type { NoticeInput, NoticeState, SiteNotice } from "../schema/notices.ts"

/** Notices stand on the front page, on pages of areas and on their own. */
const touchNotices = (work: Work): void => touch(work, "notices")

const periodOf = (work: Work, { starts, lastDay }: NoticeInput, before?: Temporal.Instant) => {
  const { zone } = work.city
  const startsAt = starts ? starts.toZonedDateTime(zone).toInstant() : (before ?? work.now)
  const endsAt = lastDay ? startOfDay(lastDay.add({ days: 1 }), zone) : null
  if (endsAt && Temporal.Instant.compare(endsAt, startsAt) <= 0)
    throw new Invalid({ to: "web:error.end-before-start" })
  return { startsAt, endsAt }
}

const bodyOf = (actor: Actor): string => {
  if (!actor.wearing) throw new Forbidden("no post is worn")
  return actor.wearing.bodyId
}

const checkArea = async (work: Work, areaCode: string | null): Promise<void> => {
  if (areaCode !== null && !(await findArea(work.tx, areaCode)))
    throw new Invalid({ area: "web:error.choice" })
}

const stateFor = (intent: NoticeInput["intent"], before: NoticeState): NoticeState =>
  intent === "publish" ? "published" : before

export const createNotice = command("site.create-notice", async (work, input: NoticeInput) => {
  await checkArea(work, input.area)
  const hat = authorise(canWriteNotice(work.actor, input.area))
  const [id, publicId] = [newId(), newPublicId()]
  await work.tx
    .insertInto("siteNotices")
    .values({
      ...{ id, publicId, bodyId: bodyOf(work.actor), areaCode: input.area, ...periodOf(work, input) },
      contents: JSON.stringify(contentsOf(input)),
      state: stateFor(input.intent, "draft"),
      createdBy: work.actor.accountId,
      createdAt: work.now,
      updatedAt: work.now,
    })
    .execute()
  await auditNotice(work, hat, id, { title: input["title-ja"], intent: input.intent })
  touchNotices(work)
  return { id: publicId }
})

const lockNotice = async (work: Work, publicId: string): Promise<SiteNotice> => {
  const notice = await noticeRows(work.tx).where("publicId", "=", publicId).forUpdate().executeTakeFirst()
  if (!notice) throw new NotFound(`there is no notice ${publicId}`)
  return notice
}

const auditNotice = (work: Work, hat: Hat, id: string, payload: Readonly<Record<string, unknown>>) =>
  audit(work, { hat, subject: { kind: "site-notice", id }, payload })

type Change = { readonly id: string; readonly input: NoticeInput }

/** X16: the audit keeps what stood there before. */
export const changeNotice = command("site.change-notice", async (work, { id, input }: Change) => {
  const before = await lockNotice(work, id)
  const hat = authorise(canWriteNotice(work.actor, before.areaCode))
  await checkArea(work, input.area)
  authorise(canWriteNotice(work.actor, input.area))
  if (before.state === "withdrawn")
    throw new Conflict(`notice ${id} was withdrawn`, { say: "web:error.moved-on" })
  if (before.version !== input._version)
    throw new Conflict(`notice ${id} has changed`, {
      current: contentsValues(before.contents),
      version: before.version,
    })
  await work.tx
    .updateTable("siteNotices")
    .set({
      areaCode: input.area,
      contents: JSON.stringify(contentsOf(input)),
      ...periodOf(work, input, before.startsAt),
      state: stateFor(input.intent, before.state),
      version: before.version + 1,
      updatedAt: work.now,
    })
    .where("id", "=", before.id)
    .execute()
  await auditNotice(work, hat, before.id, { before: before.contents, intent: input.intent })
  touchNotices(work)
  return { id }
})

/** Takes a notice back; its address says why. */
export const withdrawNotice = command(
  "site.withdraw-notice",
  async (work, { id, reason }: { readonly id: string; readonly reason: string }) => {
    const before = await lockNotice(work, id)
    const hat = authorise(canWriteNotice(work.actor, before.areaCode))
    if (before.state === "withdrawn")
      throw new Conflict(`notice ${id} was withdrawn`, { say: "web:error.moved-on" })
    await work.tx
      .updateTable("siteNotices")
      .set({ state: "withdrawn", publicReason: reason, version: before.version + 1, updatedAt: work.now })
      .where("id", "=", before.id)
      .execute()
    await auditNotice(work, hat, before.id, { reason })
    touchNotices(work)
    return { id }
  },
)
