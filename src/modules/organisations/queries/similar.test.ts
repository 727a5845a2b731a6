import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { nameKey } from "#kernel/text.ts"
import { reading } from "#kernel/transaction.ts"
import type { Actor } from "#kernel/actor.ts"
import { officerAt } from "#test/support/groups.ts"
import { hirano, organisationsWorld, someProfile } from "#test/support/organisations.ts"
import { saveDraft } from "../commands/apply.ts"
import { suspendOrganisation } from "../commands/hide.ts"
import { kanaKey } from "../schema/keys.ts"
import { similarForApplicant, similarForOffice } from "./similar.ts"

const world = await organisationsWorld()
const { owner, database, as, applicant, approver, registered, submitted, rowOf } = world

type Asked = { name?: string; kana?: string; contactPhone?: string }

const forApplicant = (asked: Asked) =>
  reading({ database }, (tx) =>
    similarForApplicant(tx, { name: "", kana: "", contactPhone: "", ...asked }, null),
  )
const forOffice = (actor: Actor, asked: Asked, id: string) =>
  reading({ database }, (tx) =>
    similarForOffice(tx, actor, { name: "", kana: "", contactPhone: "", ...asked }, id),
  )
const none = { named: [], others: false }

// Full-width forms of what keyboards type half-width, and half-width kana: as people paste names from anywhere.
const wide = (text: string): string =>
  text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
const halfKana: Record<string, string> = {
  ...{
    ア: "ｱ",
    ベ: "ﾍﾞ",
    ノ: "ﾉ",
    パ: "ﾊﾟ",
    ソ: "ｿ",
    コ: "ｺ",
    ン: "ﾝ",
    サ: "ｻ",
    ロ: "ﾛ",
    ク: "ｸ",
    ラ: "ﾗ",
    ブ: "ﾌﾞ",
  },
}
const narrow = (text: string): string => [...text].map((letter) => halfKana[letter] ?? letter).join("")

const word = fc.constantFrom(
  "あべの",
  "パソコン",
  "サロン",
  "クラブ",
  "子育て",
  "NPO2024",
  "A&B",
  "緑の会",
  "Fun",
  "日本語",
)
const name = fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(""))
const rewritings = fc.subarray([
  wide,
  narrow,
  (text: string) => text.toUpperCase(),
  (text: string) => ` ${[...text].join(" ")}　`,
  (text: string) => `特定非営利活動法人${text}`,
  (text: string) => `（株）${text}`,
])

describe("acceptance 17: one name in many writings", () => {
  test("X11: width, case, blanks and legal forms do not matter to the key of a name", () => {
    fc.assert(
      fc.property(name, rewritings, (written, changes) => {
        const rewritten = changes.reduce((text, change) => change(text), written)
        expect(nameKey(rewritten)).toBe(nameKey(written))
      }),
      { numRuns: 300 },
    )
  })

  test("X11: a registered group is found by every writing of its name", async () => {
    const id = await registered({ name: "あべのパソコンクラブABC", kana: "", contactPhone: "" })
    await fc.assert(
      fc.asyncProperty(rewritings, async (changes) => {
        const rewritten = changes.reduce((text, change) => change(text), "あべのパソコンクラブABC")
        const { named } = await forApplicant({ name: rewritten })
        expect(named.map(({ publicId }) => publicId)).toContain(id)
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    ["子ども食堂の会みなと", "こども食堂の会みなと"],
    ["澤田町災害ボランティア", "沢田町災害ボランティア"],
    ["ヨコノ音楽サークルの会", "ヨコノ音楽サークル会"],
    ["大正ものづくり教室", "大正ものづくり教室の会"],
  ])("acceptance 17: %s and %s are near enough to ask", async (stands, typed) => {
    const id = await registered({ name: stands, kana: "", contactPhone: "" })
    const { named } = await forApplicant({ name: typed })
    expect(named.map(({ publicId }) => publicId)).toContain(id)
  })

  test("acceptance 17: other names are left in peace, also where nothing is left to compare", async () => {
    await registered({ name: "🎉🎉", kana: "", contactPhone: "" })
    expect(await forApplicant({ name: "まったく別の名前を持つ団体" })).toEqual(none)
    expect(await forApplicant({ name: "！？" })).toEqual(none)
    expect(await forApplicant({})).toEqual(none)
  })
})

describe("acceptance 17: reading and telephone", () => {
  test("X11: the reading is compared without width, long vowels and the reading of the legal form", async () => {
    expect(kanaKey("エヌピーオーホウジン　サクラ・サークル")).toBe(kanaKey("ｻｸﾗｻｰｸﾙ"))
    const id = await registered({
      name: "桜サークル",
      kana: "トクテイヒエイリカツドウホウジンサクラサークル",
    })
    const { named } = await forApplicant({ name: "さくらの輪", kana: "さくらサークル" })
    expect(named).toMatchObject([{ publicId: id, sameKana: true, sameName: false }])
  })

  test("acceptance 17: a public telephone names its group, in whatever writing", async () => {
    const id = await registered({
      name: "電話公開会",
      kana: "デンワ",
      contactPhone: "06-7777-1111",
      shown: ["phone"],
    })
    const { named, others } = await forApplicant({
      name: "別名の会",
      contactPhone: "０６（７７７７）１１１１",
    })
    expect(named).toMatchObject([{ publicId: id, samePhone: true }])
    expect(others).toBe(false)
  })

  test("acceptance 17: a telephone that is not public does not tell whose it is; the office sees it", async () => {
    const phone = { contactPhone: "06-7777-2222" }
    const id = await registered({ name: "電話非公開会", kana: "ヒコウカイ", ...phone, shown: [] })
    expect(await forApplicant({ name: "別の名", ...phone })).toEqual({ named: [], others: true })
    const asked = await submitted({ name: "別の名前の会", kana: "ベツ", ...phone })
    const { id: key } = await rowOf(asked)
    expect((await forOffice(approver, phone, key)).named).toMatchObject([{ publicId: id, samePhone: true }])
  })
})

describe("X17: what nobody may learn from a hint", () => {
  const twin = { name: "秘密準備会ねこ", kana: "ヒミツ", contactPhone: "" }

  test("X17: an applicant hears of an unpublished group only that there is one", async () => {
    const id = await submitted(twin)
    expect(await forApplicant({ name: twin.name })).toEqual({ named: [], others: true })
    await owner.updateTable("organisations").set({ state: "refused" }).where("publicId", "=", id).execute()
    expect(await forApplicant({ name: twin.name })).toEqual(none)
  })

  test("X17: somebody's draft is nobody's hint", async () => {
    const draft = { ...someProfile, name: "まだ下書きの会いぬ", kana: "シタガキ", contactPhone: "" }
    await saveDraft(as(applicant), { id: null, profile: draft })
    expect(await forApplicant({ name: draft.name })).toEqual(none)
    expect(await forOffice(approver, { name: draft.name }, (await rowOf(await submitted())).id)).toEqual(none)
  })

  test("X17: an office names registered groups everywhere, and others only where it is competent", async () => {
    const here = { name: "両区にある会うし", kana: "リョウク", contactPhone: "" }
    const mine = await submitted(here)
    const theirs = await submitted({ ...here, mainArea: hirano })
    const { id } = await rowOf(mine)
    expect(await forOffice(approver, { name: here.name }, id)).toEqual({ named: [], others: true })
    const other = await officerAt(owner, hirano, "officer")
    expect((await forOffice(other, { name: here.name }, id)).named).toMatchObject([{ publicId: theirs }])
    const city = await officerAt(owner, null, "manager")
    expect(await forOffice(city, { name: here.name }, id)).toMatchObject({
      named: [{ publicId: theirs }],
      others: false,
    })
  })

  test("X17: a hidden group is not named to applicants", async () => {
    const id = await registered({ name: "隠された会とら", kana: "カクサレ", contactPhone: "" })
    await suspendOrganisation(as(approver), { id, reason: "確認中" })
    expect(await forApplicant({ name: "隠された会とら" })).toEqual(none)
  })
})
