import { authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid, NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { touch } from "#kernel/stamps.ts"
import { command, hatOf, type Work } from "#kernel/transaction.ts"
import { canPublishPage, canWritePage } from "../policy.ts"
import { latestVersion, nextPublication, pageRows, versionRows } from "../queries/pages.ts"
import { type Contents, contentsValues } from "../schema/contents.ts"
import type { SitePage, Version } from "../schema/pages.ts"

/** Two who save one page at once come one after the other. */
const lockPage = async (work: Work, slug: string): Promise<SitePage> => {
  const page = await pageRows(work.tx).where("slug", "=", slug).forUpdate().executeTakeFirst()
  if (!page) throw new NotFound(`there is no page ${slug}`)
  return page
}

/** The second of two editors is told, with both texts. */
const checkLatest = async (work: Work, page: SitePage, number: number): Promise<Version> => {
  const latest = await latestVersion(work.tx, page.id)
  if (latest.number === number) return latest
  throw new Conflict(`${page.slug} has changed`, {
    current: { ...contentsValues(latest.contents), why: latest.why },
    version: latest.number,
  })
}

type Addition = {
  readonly page: SitePage
  readonly number: number
  readonly contents: Contents
  readonly why: string
  readonly hat: Hat
}

const addVersion = async (work: Work, { page, number, contents, why, hat }: Addition): Promise<string> => {
  const id = newId()
  await work.tx
    .insertInto("siteVersions")
    .values({
      ...{ id, pageId: page.id, number, why, at: work.now },
      contents: JSON.stringify(contents),
      accountId: work.actor.accountId,
      hat: hatOf(work, hat),
    })
    .execute()
  await audit(work, { hat, subject: { kind: "site-page", id: page.id }, payload: { number, why } })
  return id
}

type Draft = {
  readonly slug: string
  readonly version: number
  readonly contents: Contents
  readonly why: string
}

/** X16: saves a new version; what was there before stays. Nothing in public changes. */
export const saveDraft = command("site.save", async (work, input: Draft) => {
  const page = await lockPage(work, input.slug)
  const hat = authorise(canWritePage(work.actor))
  const latest = await checkLatest(work, page, input.version)
  const number = latest.number + 1
  await addVersion(work, { page, number, contents: input.contents, why: input.why, hat })
  return { number }
})

/** Takes an old text as the newest version, to be published like any other. */
export const restoreVersion = command(
  "site.restore",
  async (work, input: { readonly slug: string; readonly number: number; readonly why: string }) => {
    const page = await lockPage(work, input.slug)
    const hat = authorise(canWritePage(work.actor))
    const old = await versionRows(work.tx)
      .where("pageId", "=", page.id)
      .where("number", "=", input.number)
      .executeTakeFirst()
    if (!old) throw new NotFound(`${input.slug} has no version ${input.number}`)
    const number = (await latestVersion(work.tx, page.id)).number + 1
    await addVersion(work, { page, number, contents: old.contents, why: input.why, hat })
    return { number }
  },
)

type Publication = {
  readonly slug: string
  readonly version: number
  /** Null: now. */
  readonly at: Temporal.PlainDateTime | null
  /** Of terms: everybody is asked to agree anew. */
  readonly consent: boolean
}

/** Publishes the newest version, now or at a time. What is set ahead is taken back before another is published. */
export const publishPage = command("site.publish", async (work, input: Publication) => {
  const page = await lockPage(work, input.slug)
  const hat = authorise(canPublishPage(work.actor))
  const latest = await checkLatest(work, page, input.version)
  if (latest.publishAt !== null || (await nextPublication(work.tx, page.id, work.now)))
    throw new Conflict(`${page.slug} is published or scheduled already`, { say: "web:error.moved-on" })
  const publishAt = input.at ? input.at.toZonedDateTime(work.city.zone).toInstant() : work.now
  if (Temporal.Instant.compare(publishAt, work.now) < 0) throw new Invalid({ day: "site:error.past" })
  const asksConsent = page.kind === "terms" && input.consent
  await work.tx
    .updateTable("siteVersions")
    .set({ publishAt, publishedBy: work.actor.accountId, asksConsent })
    .where("id", "=", latest.id)
    .execute()
  const payload = { number: latest.number, at: publishAt.toString(), asksConsent }
  await audit(work, { hat, subject: { kind: "site-page", id: page.id }, payload })
  touch(work, "site")
  return { number: latest.number }
})

/** Takes back what was set ahead; it is a draft again. */
export const unschedulePage = command("site.unschedule", async (work, input: { readonly slug: string }) => {
  const page = await lockPage(work, input.slug)
  const hat = authorise(canPublishPage(work.actor))
  const next = await nextPublication(work.tx, page.id, work.now)
  if (!next) throw new Conflict(`${page.slug} is not scheduled`, { say: "web:error.moved-on" })
  await work.tx
    .updateTable("siteVersions")
    .set({ publishAt: null, publishedBy: null, asksConsent: false })
    .where("id", "=", next.id)
    .execute()
  await audit(work, { hat, subject: { kind: "site-page", id: page.id }, payload: { number: next.number } })
  touch(work, "site")
  return { number: next.number }
})
