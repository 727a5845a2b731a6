import { person } from "#cities/demo-people.ts"
import type { DemoPerson } from "#kernel/city.ts"

const here = (body: string, role: "viewer" | "officer" | "approver", area: string) => ({
  body,
  programme: "*",
  role,
  areas: [area],
})

/** Offices of two wards, and what else serves one of them. */
export const wardPeople: readonly DemoPerson[] = [
  person("ward-officer-abeno", "井上 亮", "イノウエ リョウ", here("abeno-ward-office", "approver", "abeno")),
  person(
    "ward-officer-hirano",
    "岡田 千尋",
    "オカダ チヒロ",
    here("hirano-ward-office", "approver", "hirano"),
  ),
  person("ward-shakyo-officer", "松井 由美", "マツイ ユミ", here("abeno-shakyo", "officer", "abeno")),
  person("centre-officer", "吉田 大輔", "ヨシダ ダイスケ", here("abeno-centre", "viewer", "abeno")),
]
