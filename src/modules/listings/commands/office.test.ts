import { describe, expect, test } from "vitest"
import { Conflict } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { working } from "#kernel/transaction.ts"
import { insertGroup } from "#test/support/groups.ts"
import { abeno, listingsWorld, someContent } from "#test/support/listings.ts"
import { resumeListings, suspendListings } from "./follow.ts"
import { hideListing, reinstateListing } from "./office.ts"
import { correctListing, publishListing, publishNewListing } from "./publish.ts"
import { withdrawListing } from "./withdraw.ts"

const world = await listingsWorld()
const { owner, as, group, office, published, rowOf } = world

describe("what the office does", () => {
  test("X13: the people of the group are told of the reason, in the name of the office", async () => {
    const id = await published()
    const { id: uuid } = await rowOf(id)
    await hideListing(as(office), { id, reason: "場所が変わったそうです" })
    const sent = await owner.selectFrom("messages").selectAll().where("aboutId", "=", uuid).execute()
    expect(sent).toMatchObject([{ template: "listings.hide", accountId: group.editor.accountId }])
    expect(sent[0]?.body).toContain("場所が変わったそうです")
    expect(sent[0]?.link).toBe(`http://localhost:3000/my/listings/${id}`)
  })

  test("X13: only where the city has set it, the office is told of a first publication, and of no other", async () => {
    const accountId = newId()
    const account = { id: accountId, name: "井上 亮", email: `${accountId}@example.jp` }
    await owner.insertInto("accounts").values(account).execute()
    const post = {
      id: newId(),
      accountId,
      programme: "*",
      role: "officer",
      validFrom: Temporal.PlainDate.from("2022-04-01"),
    }
    await owner
      .insertInto("posts")
      .values({ ...post, bodyId: office.wearing?.bodyId ?? "", areaCodes: [abeno] })
      .execute()
    const told = async (listing: string) => {
      const { id: uuid } = await rowOf(listing)
      return owner
        .selectFrom("messages")
        .select(["template", "accountId"])
        .where("aboutId", "=", uuid)
        .execute()
    }
    expect(await told(await published())).toEqual([])
    const context = as(group.editor)
    const settings = {
      ...context.city.settings,
      reviewListings: { ...context.city.settings.reviewListings, value: true },
    }
    const careful = { ...context, city: { ...context.city, settings } }
    const { id } = await publishNewListing(careful, { organisationId: group.id, content: someContent })
    await withdrawListing(careful, { id, reason: "" })
    await publishListing(careful, { id, version: 1, content: someContent })
    expect(await told(id)).toEqual([{ template: "listings.publish", accountId }])
  })

  test("a reason for the public is compulsory", async () => {
    const id = await published()
    await expect(hideListing(as(office), { id, reason: "" })).rejects.toMatchObject({
      fields: { reason: "listings:error.reason" },
    })
  })

  test("X16: the audit keeps the hat, and of a correction the old and the new value", async () => {
    const id = await published()
    await correctListing(as(group.editor), {
      id,
      version: 1,
      content: { ...someContent, placeName: "長居公園" },
    })
    const { id: uuid } = await rowOf(id)
    const trail = await owner
      .selectFrom("auditEvents")
      .innerJoin("auditPayloads", "eventId", "auditEvents.id")
      .select(["verb", "hat", "payload"])
      .where("subjectId", "=", uuid)
      .orderBy("at")
      .orderBy("auditEvents.id")
      .execute()
    expect(trail.map(({ verb }) => verb)).toEqual(["listings.publish", "listings.correct"])
    expect(trail[1]?.hat).toBe(`member:editor:${group.id}`)
    expect(trail[1]?.payload).toEqual({ changes: { placeName: ["桃ヶ池公園", "長居公園"] } })
  })

  test("acceptance 11: whatever changes the public pages stamps them", async () => {
    const stamps = async (id: string) => {
      const rows = await owner
        .selectFrom("pageStamps")
        .selectAll()
        .where("tag", "in", ["listings", `listing:${id}`])
        .execute()
      return rows.reduce((sum, { version }) => sum + version, 0)
    }
    const id = await published()
    let before = await stamps(id)
    for (const act of [
      () => correctListing(as(group.editor), { id, version: 1, content: someContent }),
      () => hideListing(as(office), { id, reason: "確認中です" }),
      () => reinstateListing(as(office), { id }),
      () => withdrawListing(as(group.editor), { id, reason: "" }),
    ]) {
      await act()
      const after = await stamps(id)
      expect(after).toBe(before + 2)
      before = after
    }
  })
})

describe("what a group's fate does", () => {
  test("with its group a listing vanishes, and comes back; what was hidden by itself stays hidden", async () => {
    const circle = await insertGroup(owner, { name: "みまもり隊" })
    const put = async () =>
      (await publishNewListing(as(circle.editor), { organisationId: circle.id, content: someContent })).id
    const [shown, hidden] = [await put(), await put()]
    await hideListing(as(office), { id: hidden, reason: "確認中です" })
    await working(as(office), "organisations.suspend", (work) => suspendListings(work, circle))
    expect([(await rowOf(shown)).state, (await rowOf(hidden)).state]).toEqual(["suspended", "hidden"])
    await working(as(office), "organisations.reinstate", (work) => resumeListings(work, circle))
    expect([(await rowOf(shown)).state, (await rowOf(hidden)).state]).toEqual(["published", "hidden"])
    const { id: uuid } = await rowOf(shown)
    const indexed = await owner.selectFrom("searchDocuments").select("id").where("id", "=", uuid).execute()
    expect(indexed).toHaveLength(1)
  })

  test("a publication and the hiding of its group wait for each other: nothing of a hidden group is public", async () => {
    const circle = await insertGroup(owner, { name: "せめぎあいの会" })
    const hide = working(as(office), "organisations.suspend", async (work) => {
      await suspendListings(work, circle)
      await new Promise((resolve) => setTimeout(resolve, 150))
      await owner
        .updateTable("organisations")
        .set({ state: "suspended" })
        .where("id", "=", circle.id)
        .execute()
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const publish = publishNewListing(as(circle.editor), { organisationId: circle.id, content: someContent })
    await expect(publish).rejects.toBeInstanceOf(Conflict)
    await hide
  })
})
