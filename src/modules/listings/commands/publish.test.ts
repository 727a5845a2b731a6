import { describe, expect, test } from "vitest"
import { Conflict, Forbidden, Invalid, NotFound } from "#kernel/errors.ts"
import { countFigure } from "#kernel/figures.ts"
import { insertGroup } from "#test/support/groups.ts"
import { abeno, hirano, listingsWorld, someContent } from "#test/support/listings.ts"
import type { Content } from "../schema/content.ts"
import { hideListing, reinstateListing, removeListing } from "./office.ts"
import { correctListing, draftListing, publishListing, publishNewListing } from "./publish.ts"
import { withdrawListing } from "./withdraw.ts"

const world = await listingsWorld()
const { owner, as, clock, group, others, office, published, rowOf } = world

describe("publishing", () => {
  test("activity-publishing.R4: without saying how to join it is refused, at its field", async () => {
    const refused = published({ howToJoin: "" })
    await expect(refused).rejects.toMatchObject({ fields: { howToJoin: "listings:error.how-to-join" } })
  })

  test("activity-publishing.R1: only for a registered group, by those who edit for it", async () => {
    const hidden = await insertGroup(owner, { name: "止まった会", state: "suspended" })
    const input = { organisationId: hidden.id, content: someContent }
    await expect(publishNewListing(as(hidden.editor), input)).rejects.toBeInstanceOf(Conflict)
    await expect(publishNewListing(as(group.editor), input)).rejects.toBeInstanceOf(NotFound)
    const foreign = { organisationId: others.id, content: someContent }
    await expect(draftListing(as(group.editor), foreign)).rejects.toBeInstanceOf(Forbidden)
  })

  test.each([
    ["dates", { schedule: { kind: "dates", dates: [] } }, "schedule.dates.0.first"],
    ["a place", { placeName: "" }, "placeName"],
    ["a scope", { scope: "unknown", areaCodes: [] }, "scope"],
    ["its areas", { areaCodes: [] }, "areas"],
    ["a field", { fields: [] }, "fields"],
  ] as const)("what is published says %s; a draft need not", async (_, change, field) => {
    const error = await published(change as Partial<Content>).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Invalid)
    expect(Object.keys((error as Invalid).fields)).toEqual([field])
    const input = { organisationId: group.id, content: { ...someContent, ...(change as Partial<Content>) } }
    await expect(draftListing(as(group.editor), input)).resolves.toHaveProperty("id")
  })

  test("what is over already is refused, most often the year is wrong", async () => {
    const dates = [{ first: "2025-06-20", last: "2025-06-20" }]
    await expect(published({ schedule: { kind: "dates", dates } })).rejects.toMatchObject({
      fields: { "schedule.dates.0.first": "listings:error.over" },
    })
  })

  test("bad input: an unknown area is refused at its field", async () => {
    await expect(published({ areaCodes: ["999999"] })).rejects.toMatchObject({
      fields: { areas: "web:error.choice" },
    })
  })

  test("it is in the index with kana, area and group, and out of it when it is hidden", async () => {
    const id = await published()
    const { id: uuid } = await rowOf(id)
    const indexed = () =>
      owner.selectFrom("searchDocuments").select("folded").where("id", "=", uuid).executeTakeFirst()
    const { folded } = (await indexed()) ?? { folded: "" }
    for (const word of ["水やり", "こうえんの", "桃が池", "阿倍野区", "あべのく", "あべの子供食堂"])
      expect(folded).toContain(word)
    await hideListing(as(office), { id, reason: "確認中です" })
    expect(await indexed()).toBeUndefined()
  })
})

describe("acceptance 9: two editors", () => {
  test("the second one is told and sees the text of the first", async () => {
    const id = await published()
    const first = correctListing(as(group.editor), {
      id,
      version: 1,
      content: { ...someContent, title: "新しい題" },
    })
    await first
    const second = correctListing(as(group.editor), {
      id,
      version: 1,
      content: { ...someContent, title: "別の題" },
    })
    await expect(second).rejects.toMatchObject({ version: 2, current: { title: "新しい題" } })
  })

  test("the same form twice, also at once, changes state once", async () => {
    const key = crypto.randomUUID()
    const input = { organisationId: group.id, content: { ...someContent, title: "一度だけ" } }
    const [one, two] = await Promise.all([
      publishNewListing(as(group.editor, key), input),
      publishNewListing(as(group.editor, key), input),
    ])
    expect(one).toEqual(two)
    const made = await owner.selectFrom("listings").select("id").where("title", "=", "一度だけ").execute()
    expect(made).toHaveLength(1)
  })
})

describe("figures", () => {
  const asked = (fiscalYear: number, asOf: string, known: "then" | "now") => ({
    metric: "portal.information-items",
    first: Temporal.PlainDate.from(`${fiscalYear}-04-01`),
    last: Temporal.PlainDate.from(`${fiscalYear + 1}-03-31`),
    asOf: Temporal.PlainDate.from(asOf),
    known,
    zone: "Asia/Tokyo",
  })
  const count = async (fiscalYear: number, asOf: string, known: "then" | "now" = "now") => {
    const parts = await world.database
      .transaction()
      .execute((tx) => countFigure(tx, asked(fiscalYear, asOf, known), "source"))
    return parts.get("own") ?? 0
  }
  const always = { schedule: { kind: "any-time" as const } }

  test("acceptance 10: 23:50 of the last day of a fiscal year counts in it, 00:10 in the next", async () => {
    clock.set("2024-03-31T23:50:00+09:00")
    await published(always)
    clock.set("2024-04-01T00:10:00+09:00")
    await published(always)
    expect([await count(2023, "2024-03-31"), await count(2024, "2025-03-31")]).toEqual([1, 1])
  })

  test("civic-portal.R3: corrections and publishing again do not count again", async () => {
    clock.set("2024-05-01T10:00:00+09:00")
    const before = await count(2024, "2025-03-31")
    const id = await published(always)
    clock.set("2024-05-02T10:00:00+09:00")
    await correctListing(as(group.editor), {
      id,
      version: 1,
      content: { ...someContent, ...always, title: "直した" },
    })
    await withdrawListing(as(group.editor), { id, reason: "" })
    await publishListing(as(group.editor), { id, version: 2, content: { ...someContent, ...always } })
    expect(await count(2024, "2025-03-31")).toBe(before + 1)
    const { firstPublishedAt, publishedAt } = await rowOf(id)
    expect(firstPublishedAt?.toString()).toBe("2024-05-01T01:00:00Z")
    expect(publishedAt?.toString()).toBe("2024-05-02T01:00:00Z")
  })

  test("civic-portal.R3, X2: spam counts no more, though it was known then; taken back, it counts on its old day", async () => {
    clock.set("2024-06-01T10:00:00+09:00")
    const before = await count(2024, "2024-06-01")
    const id = await published(always)
    clock.set("2024-07-01T10:00:00+09:00")
    await removeListing(as(office), { id, reason: "宣伝です" })
    expect(await count(2024, "2024-06-01", "then")).toBe(before + 1)
    expect(await count(2024, "2024-06-01", "now")).toBe(before)
    clock.set("2024-08-01T10:00:00+09:00")
    await reinstateListing(as(office), { id })
    expect(await count(2024, "2024-06-01", "now")).toBe(before + 1)
    clock.set("2026-06-10T10:00:00+09:00")
  })

  test("the event names kind, source, office and first area; several areas count once", async () => {
    const id = await published({ areaCodes: [hirano, abeno] })
    const { id: uuid, bodyId } = await rowOf(id)
    const events = await owner.selectFrom("figureEvents").selectAll().where("subjectId", "=", uuid).execute()
    expect(events).toMatchObject([
      { areaCode: abeno, bodyId, dims: { kind: "event", source: "own" }, delta: 1, subjectKind: "listing" },
    ])
  })
})
