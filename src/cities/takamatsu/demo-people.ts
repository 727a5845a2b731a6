import type { DemoPerson } from "#kernel/city.ts"

// Nobody real: the names were made up for the demo world.
export const demoPeople: readonly DemoPerson[] = [
  { key: "citizen", name: "北川 みどり", kana: "キタガワ ミドリ", email: "citizen@demo.example.jp" },
  {
    key: "group-editor",
    name: "森本 さくら",
    kana: "モリモト サクラ",
    email: "group-editor@demo.example.jp",
  },
  {
    key: "group-editor-2",
    name: "大西 健太",
    kana: "オオニシ ケンタ",
    email: "group-editor-2@demo.example.jp",
  },
  {
    key: "company-editor",
    name: "谷口 直樹",
    kana: "タニグチ ナオキ",
    email: "company-editor@demo.example.jp",
  },
  { key: "expert", name: "藤原 真理子", kana: "フジワラ マリコ", email: "expert@demo.example.jp" },
  { key: "expert-2", name: "村上 誠", kana: "ムラカミ マコト", email: "expert-2@demo.example.jp" },
  {
    key: "city-officer",
    name: "中村 恵",
    kana: "ナカムラ メグミ",
    email: "city-officer@demo.example.jp",
    posts: [{ body: "city", programme: "*", role: "manager" }],
  },
  {
    key: "shakyo-officer",
    name: "西田 浩",
    kana: "ニシダ ヒロシ",
    email: "shakyo-officer@demo.example.jp",
    posts: [{ body: "shakyo", programme: "*", role: "officer" }],
  },
  {
    key: "committee-member",
    name: "長谷川 聡",
    kana: "ハセガワ サトシ",
    email: "committee-member@demo.example.jp",
    posts: [{ body: "committee", programme: "grants", role: "viewer" }],
  },
  { key: "donor", name: "山口 和子", kana: "ヤマグチ カズコ", email: "donor@demo.example.jp" },
  {
    key: "administrator",
    name: "清水 純",
    kana: "シミズ ジュン",
    email: "administrator@demo.example.jp",
    posts: [{ body: "city", programme: "*", role: "administrator" }],
  },
]
