import type { DemoPerson } from "#kernel/city.ts"

// Nobody real: the names were made up for the demo world.

type Post = NonNullable<DemoPerson["posts"]>[number]

export const person = (key: string, name: string, kana: string, ...posts: readonly Post[]): DemoPerson => ({
  key,
  name,
  kana,
  email: `${key}@demo.example.jp`,
  posts,
})

/** Whom every city's demo has: people and groups, then offices; those of wards stand between them. */
export const demoPeople = (ofWards: readonly DemoPerson[] = []): readonly DemoPerson[] => [
  person("citizen", "北川 みどり", "キタガワ ミドリ"),
  person("group-editor", "森本 さくら", "モリモト サクラ"),
  person("group-editor-2", "大西 健太", "オオニシ ケンタ"),
  person("company-editor", "谷口 直樹", "タニグチ ナオキ"),
  person("expert", "藤原 真理子", "フジワラ マリコ"),
  person("expert-2", "村上 誠", "ムラカミ マコト"),
  person("donor", "山口 和子", "ヤマグチ カズコ"),
  ...ofWards,
  person("city-officer", "中村 恵", "ナカムラ メグミ", { body: "city", programme: "*", role: "manager" }),
  person("shakyo-officer", "西田 浩", "ニシダ ヒロシ", { body: "shakyo", programme: "*", role: "officer" }),
  person("committee-member", "長谷川 聡", "ハセガワ サトシ", {
    body: "committee",
    programme: "grants",
    role: "viewer",
  }),
  person("administrator", "清水 純", "シミズ ジュン", {
    body: "city",
    programme: "*",
    role: "administrator",
  }),
]
