import { sql } from "kysely"
import { expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { newId } from "#kernel/ids.ts"
import { indexDocument, matching, removeDocument, searchWords } from "#kernel/search.ts"
import { reading, working } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"

const world = await testWorld()
const context = world.as(systemActor("test"))

const ids = new Map<string, string>()
const index = (title: string, ...texts: (string | null | undefined)[]) => {
  const id = ids.get(title) ?? newId()
  ids.set(title, id)
  return working(context, "test.index", (work) => indexDocument(work, { kind: "group", id, title, texts }))
}
const find = (question: string) =>
  reading(context, async (tx) => {
    const condition = matching("group", question, sql<string>`d.id`)
    const { rows } = await sql<{ title: string }>`
      select title from search_documents d where ${condition ?? sql`true`} order by title`.execute(tx)
    return rows.map(({ title }) => title)
  })

await index("ＮＰＯ法人コドモ食堂", "阿倍野区", "こどもしょくどう")
await index("カラオケ大会", "平野区 10〜20人", null)
await index("斎藤文庫", "霞ヶ関")
await index("100%果汁の会", "under_score")

test.each([
  ["こども食堂", ["ＮＰＯ法人コドモ食堂"]],
  ["ｺﾄﾞﾓ", ["ＮＰＯ法人コドモ食堂"]],
  ["npo", ["ＮＰＯ法人コドモ食堂"]],
  ["食堂　阿倍野", ["ＮＰＯ法人コドモ食堂"]],
  ["阿倍野 食堂", ["ＮＰＯ法人コドモ食堂"]],
  ["からおけ", ["カラオケ大会"]],
  ["10～20", ["カラオケ大会"]],
  ["齋藤", ["斎藤文庫"]],
  ["霞が関", ["斎藤文庫"]],
  ["平野 食堂", []],
  ["果汁の食堂", []],
])("X11: 「%s」 finds what holds every word, however it is written", async (question, titles) => {
  expect(await find(question)).toEqual(titles)
})

test("one character finds whatever holds it", async () => {
  expect(await find("区")).toEqual(["カラオケ大会", "ＮＰＯ法人コドモ食堂"])
  expect(await find("区 大")).toEqual(["カラオケ大会"])
})

test.each(["%", "_", "under_score 食堂", "\\", "' or true --", "\u0000"])(
  "signs in %j are no wildcards and break nothing",
  async (question) => {
    const all = matching("group", question, sql<string>`d.id`) === null
    expect((await find(question)).length).toBe(all ? ids.size : 0)
  },
)

test("nothing asked is no condition; only ten words and two hundred characters count", () => {
  expect(matching("group", " 　!? ", sql<string>`d.id`)).toBeNull()
  expect(searchWords("一 二 三 四 五 六 七 八 九 十 十一")).toHaveLength(10)
  expect(searchWords("あ".repeat(1000))[0]).toHaveLength(200)
})

test("a document that changed is found by its new text only, and a removed one no more", async () => {
  await index("昔の名前の会", "古い説明")
  await index("昔の名前の会", "新しい説明")
  expect([await find("古い"), await find("新しい")]).toEqual([[], ["昔の名前の会"]])
  const id = ids.get("昔の名前の会") ?? ""
  await working(context, "test.remove", (work) => removeDocument(work, "group", id))
  expect(await find("新しい")).toEqual([])
})

test("a kind finds nothing of another kind", async () => {
  const { rows } = await reading(context, (tx) =>
    sql`select id from search_documents d where ${matching("listing", "食堂", sql<string>`d.id`)}`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([])
})
