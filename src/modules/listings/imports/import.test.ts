import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { countFigure } from "#kernel/figures.ts"
import { counts, csvOf, event, importWorld, type Encoding } from "#test/support/imports.ts"
import { informationItems } from "../figures.ts"

const world = await importWorld()
const { owner, take, listings, clock, folder, importFile } = world

const forget = () =>
  Promise.resolve()
    .then(() => owner.deleteFrom("occurrences").execute())
    .then(() => owner.deleteFrom("listingEvents").execute())
    .then(() => owner.deleteFrom("listings").execute())

const only = async () => {
  const [row, ...others] = await listings()
  if (!row || others.length > 0) throw new Error(`one listing was expected, not ${others.length + 1}`)
  return row
}

describe("a row becomes a public listing", () => {
  test("acceptance 18: it is published at once, the City's, with its dates' own words, credit and licence", async () => {
    await forget()
    expect(await take([event()])).toEqual(counts({ rows: 1, created: 1 }))
    const row = await only()
    const city = await owner
      .selectFrom("bodies")
      .select("id")
      .where("slug", "=", "city")
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      state: "published",
      organisationId: null,
      bodyId: city.id,
      title: "はじめての手話",
      forWhom: "子ども・親子、高校生・一般",
      howToJoin:
        "申込期間：6月5日（金）9:00～\n定員：申込先着20人\n問い合わせ先：生涯学習センター　087-811-6222",
      scheduleText: "7月4日（土）　開始：13:30　終了：15:00",
      applyText: "6月5日（金）9:00～",
      scope: "whole-city",
      fields: [],
      credit: "高松市オープンデータを加工",
      licence: "CC BY 4.0",
      lookAt: [],
      latitude: 34.34541,
    })
    expect(row.firstPublishedAt).toEqual(row.publishedAt)
    expect(row.endsAt?.toString()).toBe("2026-07-04T06:00:00Z")
    expect(row.nextAt?.toString()).toBe("2026-07-04T04:30:00Z")
  })

  test("acceptance 20: it is found in the index and counted on the line of what came in by import", async () => {
    const row = await only()
    const found = await owner
      .selectFrom("searchDocuments")
      .select("folded")
      .where("id", "=", row.id)
      .execute()
    expect(found[0]?.folded).toContain("手話")
    const question = {
      metric: informationItems.name,
      first: Temporal.PlainDate.from("2026-06-10"),
      last: Temporal.PlainDate.from("2026-06-10"),
      asOf: Temporal.PlainDate.from("2026-06-10"),
      known: "now" as const,
      zone: "Asia/Tokyo",
    }
    const sums = await owner.transaction().execute((tx) => countFigure(tx, question, "source"))
    expect([...sums]).toEqual([["import", 1]])
    expect(informationItems.separately).toEqual({ dimension: "source", value: "import" })
  })

  test("X16: who brought which file is audited, and each batch with what it changed", async () => {
    const events = await owner
      .selectFrom("auditEvents")
      .innerJoin("auditPayloads", "eventId", "id")
      .select(["verb", "hat", "subjectKind", "payload"])
      .where("subjectKind", "=", "import")
      .orderBy("id")
      .execute()
    expect(events.map(({ verb, hat }) => [verb, hat])).toEqual([
      ["listings.begin-import", "system:import"],
      ["listings.import", "system:import"],
      ["listings.end-import", "system:import"],
    ])
    expect(events[0]?.payload).toMatchObject({
      file: "events.csv",
      profile: "takamatsu-events",
      encoding: "utf-8",
    })
    expect(events[1]?.payload).toEqual({ created: [(await only()).publicId], updated: {} })
    const record = await owner.selectFrom("imports").selectAll().orderBy("id").executeTakeFirstOrThrow()
    expect(record).toMatchObject({
      fileName: "events.csv",
      encoding: "utf-8",
      counts: { rows: 1, created: 1 },
    })
    expect(record.finishedAt).not.toBeNull()
  })
})

describe("a file that is brought again", () => {
  test("acceptance 18: the second run creates and updates nothing", async () => {
    await forget()
    const rows = [event(), event({ 行事名: "親子ひろば" }), event({ 開催日: "随時" })]
    expect(await take(rows)).toEqual(counts({ rows: 3, created: 3 }))
    const before = await listings()
    clock.set("2026-06-11T10:00:00+09:00")
    expect(await take(rows)).toEqual(counts({ rows: 3, unchanged: 3 }))
    expect(await listings()).toEqual(before)
  })

  test.each([
    ["説明", "手話で自己紹介をします。", "what"],
    ["料金", "500円", "fee"],
    ["場所名称", "男女共同参画センター", "placeName"],
    ["開始時間", "14:00", "schedule"],
    ["申込期間", "6月20日まで", "applyText"],
    ["URL", "https://www.sankaku087.net/", "link"],
    ["行事名", "はじめての点字", "title"],
    ["開催日", "7月5日（日）", "scheduleText"],
    ["TEL", "087-833-2282", "contact"],
  ] as const)(
    "acceptance 18: a changed cell (%s) updates its own listing and no other",
    async (column, cell, shown) => {
      await forget()
      const rows = [event(), event({ 行事名: "親子ひろば", 説明: "親子で遊びます。" })]
      await take(rows)
      const [before, other] = await listings()
      clock.set("2026-06-12T10:00:00+09:00")
      const changed = await take([{ ...rows[0], [column]: cell }, rows[1] ?? {}])
      expect(changed).toEqual(counts({ rows: 2, updated: 1, unchanged: 1 }))
      const [after, sameOther] = await listings()
      expect(after).toMatchObject({ id: before?.id, publicId: before?.publicId, version: 2 })
      expect(after?.[shown]).not.toEqual(before?.[shown])
      expect(sameOther).toEqual(other)
      expect(await take([{ ...rows[0], [column]: cell }, rows[1] ?? {}])).toEqual(
        counts({ rows: 2, unchanged: 2 }),
      )
    },
  )

  test("X16, civic-portal.R3: a correction keeps the old value in the audit and counts no second time", async () => {
    await forget()
    await take([event()])
    const { id, publicId } = await only()
    await take([event({ 料金: "500円" })])
    const audited = await owner
      .selectFrom("auditEvents")
      .innerJoin("auditPayloads", "eventId", "id")
      .select("payload")
      .where("verb", "=", "listings.import")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
    expect(audited.payload).toEqual({
      created: [],
      updated: { [publicId]: { fee: ["無料", "500円"], feeYen: ["0", "500"] } },
    })
    const figures = await owner
      .selectFrom("figureEvents")
      .select("delta")
      .where("subjectId", "=", id)
      .execute()
    expect(figures).toEqual([{ delta: 1 }])
    const steps = await owner
      .selectFrom("listingEvents")
      .select(["event", "hat"])
      .where("listingId", "=", id)
      .orderBy("id")
      .execute()
    expect(steps).toEqual([
      { event: "publish", hat: "system:import" },
      { event: "correct", hat: "system:import" },
    ])
  })

  test("acceptance 18: an import that was ended in the middle is completed without anything twice", async () => {
    await forget()
    const rows = Array.from({ length: 450 }, (_, at) =>
      event({ 行事名: `講座の${at}回目`, 説明: `${at}回目です。` }),
    )
    await take(rows.slice(0, 200))
    expect(await take(rows)).toEqual(counts({ rows: 450, created: 250, unchanged: 200 }))
    expect(await listings()).toHaveLength(450)
  })

  test("another row with all else alike is a correction only in a file that is the same edition otherwise", async () => {
    await forget()
    await take([event(), event({ 行事名: "親子ひろば", 説明: "親子で遊びます。" })])
    expect(await take([event({ 行事名: "はじめての点字" })])).toEqual(counts({ rows: 1, created: 1 }))
    expect(await listings()).toHaveLength(3)
  })

  test("two imports of one file at once make each listing once", async () => {
    await forget()
    const rows = Array.from({ length: 30 }, (_, at) => event({ 行事名: `同時の講座${at}` }))
    const path = join(folder, "together.csv")
    await writeFile(path, csvOf(rows))
    const both = await Promise.all([importFile(path), importFile(path)])
    expect(both.map(({ created, unchanged }) => created + unchanged)).toEqual([30, 30])
    expect(both[0].created + both[1].created).toBe(30)
    expect(await listings()).toHaveLength(30)
  })
})

describe("editions merged inside the file", () => {
  test("acceptance 18: rewritten by width, marks and place it is one listing, and the newest edition wins", async () => {
    await forget()
    const rows = [
      event({
        掲載年月: "2026-07",
        行事名: "ｺﾚｸｼｮﾝ展４",
        場所名称: "美術館１階",
        料金: "200円",
        開催日: "～9月30日（水）",
      }),
      event({
        掲載年月: "2026-06",
        行事名: "コレクション展4",
        場所名称: "高松市美術館",
        料金: "300円",
        開催日: "6月2日～9月30日",
      }),
    ]
    expect(await take(rows)).toEqual(counts({ rows: 2, created: 1, merged: 1, toReview: 1 }))
    expect(await only()).toMatchObject({ fee: "200円", lookAt: ["open-ended"] })
    expect(await take(rows)).toEqual(counts({ rows: 2, unchanged: 1, merged: 1, toReview: 1 }))
  })

  test("the same title on another day is another event", async () => {
    await forget()
    const rows = [event(), event({ 掲載年月: "2026-07", 開催日: "8月1日（土）" })]
    expect(await take(rows)).toMatchObject({ created: 2, merged: 0 })
    expect(await take([event({ 掲載年月: "2026-08", 開催日: "9月5日（土）" })])).toMatchObject({
      created: 1,
      updated: 0,
    })
  })

  test("one edition that has it at two halls, or twice a day, has several listings", async () => {
    await forget()
    const rows = [
      event({ 行事名: "クリスマス会" }),
      event({ 行事名: "クリスマス会", 場所名称: "福家児童館", 緯度: "34.30307", 経度: "133.97189" }),
      event({ 行事名: "クリスマス会", 開始時間: "18:00", 終了時間: "19:00" }),
    ]
    expect(await take(rows)).toEqual(counts({ rows: 3, created: 3 }))
    expect(await take(rows)).toEqual(counts({ rows: 3, unchanged: 3 }))
  })
})

describe("what people have had a hand in", () => {
  test("an edited listing is not overwritten, but reported", async () => {
    await forget()
    await take([event()])
    const { id } = await only()
    await owner
      .updateTable("listings")
      .set({ fee: "300円（職員が確認）", version: 2 })
      .where("id", "=", id)
      .execute()
    expect(await take([event({ 説明: "新しい説明です。" })])).toEqual(
      counts({ rows: 1, unchanged: 1, toReview: 1 }),
    )
    expect(await only()).toMatchObject({ fee: "300円（職員が確認）", what: "手話であいさつをしてみます。" })
  })

  test("a listing that the office hid stays hidden", async () => {
    await forget()
    await take([event()])
    await owner.updateTable("listings").set({ state: "hidden", publicReason: "確認中" }).execute()
    expect(await take([event({ 料金: "500円" })])).toEqual(counts({ rows: 1, unchanged: 1, toReview: 1 }))
    expect(await only()).toMatchObject({ state: "hidden", fee: "無料" })
  })

  test("a mark that somebody has dealt with does not come back by itself", async () => {
    await forget()
    const rows = [event({ 開催日: "7月4日（日）" })]
    expect(await take(rows)).toMatchObject({ created: 1, toReview: 1 })
    expect(await only()).toMatchObject({ lookAt: ["weekday-contradicts"] })
    await owner.updateTable("listings").set({ lookAt: [] }).execute()
    expect(await take(rows)).toMatchObject({ unchanged: 1, toReview: 0 })
  })
})

test.each(["utf-8", "utf-8-bom", "cp932"] as const satisfies readonly Encoding[])(
  "acceptance 18: read in %s it is the same listing",
  async (encoding) => {
    await forget()
    expect(await take([event({ 行事名: "①﨑さんの㈱えにし展～はじまり～" })], encoding)).toMatchObject({
      created: 1,
    })
    expect(await only()).toMatchObject({
      title: "①﨑さんの㈱えにし展～はじまり～",
      placeName: "生涯学習センター",
    })
    const records = await owner
      .selectFrom("imports")
      .select("encoding")
      .orderBy("id", "desc")
      .limit(1)
      .execute()
    expect(records).toEqual([{ encoding }])
  },
)
