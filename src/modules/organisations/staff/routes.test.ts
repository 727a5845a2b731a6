import { beforeAll, describe, expect, test } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, clock, program } = await testProgram()

const idOf = async (name: string): Promise<string> => {
  const { rows } = await program.ownerPool.query<{ publicId: string }>(
    `select public_id as "publicId" from organisations where name like $1`,
    [name],
  )
  return rows[0]?.publicId ?? ""
}
let waiting = ""
let returned = ""
beforeAll(async () => {
  waiting = await idOf("あべの読み聞かせの会")
  returned = await idOf("平野音楽クラブ")
})

const abeno = { as: "ward-officer-abeno" }
const hirano = { as: "ward-officer-hirano" }
const checked = ["place", "purpose", "contact", "duplicate"]

const versionOf = async (id: string): Promise<string> => {
  const { body } = await ask(`/staff/registrations/${id}`, abeno)
  return hiddenFields(body, `/staff/registrations/${id}/decision`)["_version"] ?? ""
}
const decide = async (form: Readonly<Record<string, string | readonly string[]>>, who = abeno) =>
  ask(`/staff/registrations/${waiting}/decision`, {
    ...who,
    form: { _version: await versionOf(waiting), ...form },
  })

describe("the office's list", () => {
  test("civic-portal.U1: it shows what waits, with its day; late ones say so", async () => {
    const { status, body } = await ask("/staff/registrations", abeno)
    expect(status).toBe(200)
    expect(body).toContain("あべの読み聞かせの会")
    expect(body).not.toContain("平野音楽クラブ")
    expect(body).not.toContain("期限を過ぎています")
    clock.set("2026-07-10T10:00:00+09:00")
    expect((await ask("/staff/registrations", abeno)).body).toContain("期限を過ぎています")
    clock.set("2026-06-10T10:00:00+09:00")
  })

  test("civic-portal.U1: the filters stand in the address; words look through every state", async () => {
    const { body } = await ask("/staff/registrations?q=%E3%81%BF%E3%81%A9%E3%82%8A", abeno)
    expect(body).toContain("特定非営利活動法人あべの緑の会")
    expect(body).toMatch(/<option value="all" selected[^>]*>/)
    const none = await ask("/staff/registrations?state=refused&area=abeno", { as: "city-officer" })
    expect(none.body).toContain("あてはまる登録はありません")
    for (const page of [body, none.body, (await ask("/staff/registrations?state=all&lang=en", abeno)).body])
      expect(await htmlProblems(page)).toEqual([])
  })

  test("civic-portal.U1: it stands under today, with its due day", async () => {
    const { body } = await ask("/staff", abeno)
    expect(body).toContain(`/staff/registrations/${waiting}`)
    expect(body).toContain("団体登録の確認（阿倍野区）")
    expect((await ask("/staff", hirano)).body).not.toContain(waiting)
  })

  test("X17: posts of other bodies and people without a post see nothing", async () => {
    for (const as of ["shakyo-officer", "centre-officer", "committee-member", "group-editor"])
      expect((await ask("/staff/registrations", { as })).status).toBe(403)
  })
})

describe("one registration", () => {
  test.each(["ja", "en"])("civic-portal.U1: in %s, for whoever is competent, it validates", async (lang) => {
    for (const as of ["ward-officer-abeno", "city-officer"]) {
      const { status, body } = await ask(`/staff/registrations/${waiting}?lang=${lang}`, { as })
      expect(status).toBe(200)
      expect(await htmlProblems(body)).toEqual([])
    }
  })

  test("X17: another ward's officer finds it nowhere, and may not decide", async () => {
    expect((await ask(`/staff/registrations/${waiting}`, hirano)).status).toBe(404)
    expect((await decide({ decision: "approve", checked }, hirano)).status).toBe(404)
    expect((await decide({ decision: "return" }, hirano)).status).toBe(404)
    const known = await idOf("%あべの緑の会")
    expect((await ask(`/staff/registrations/${known}`, hirano)).status).toBe(403)
    const form = { reason: "理由" }
    expect((await ask(`/staff/organisations/${known}/suspension`, { ...hirano, form })).status).toBe(403)
    expect((await ask(`/staff/registrations/${returned}`, hirano)).status).toBe(200)
  })

  test("X16: a return without a reason, and an approval without the checks, come back with what was typed", async () => {
    const unexplained = await decide({ decision: "return", note: "電話で確認", "at-purpose": "回数を書いて" })
    expect(unexplained.status).toBe(422)
    expect(unexplained.body).toContain('id="field-reason-error">＊理由を書いてください')
    expect(unexplained.body).toContain("電話で確認")
    expect(unexplained.body).toContain("回数を書いて")
    expect(await htmlProblems(unexplained.body)).toEqual([])
    const unchecked = await decide({ decision: "approve", checked: checked.slice(1), reason: "良いです" })
    expect(unchecked.status).toBe(422)
    expect(unchecked.body).toContain("すべて確かめてから登録してください")
    const long = await decide({ decision: "return", reason: "あ".repeat(1001) })
    expect(long.body).toContain('id="field-reason-error">＊もう少し短くしてください')
  })

  test("X13: what the applicant changed meanwhile is shown before it is decided on", async () => {
    const version = await versionOf(waiting)
    await program.ownerPool.query("update organisations set version = version + 1 where public_id = $1", [
      waiting,
    ])
    const late = await decide({ _version: version, decision: "return", reason: "途中の文章" })
    expect(late.status).toBe(409)
    expect(late.body).toContain("見ている間に内容が変わりました")
    expect(late.body).toContain("途中の文章")
    expect(await htmlProblems(late.body)).toEqual([])
  })

  test("civic-portal.U1: the whole road: returned with reasons, mended, approved, public", async () => {
    const done = await decide({
      ...{ decision: "return", reason: "目的をもう少し詳しく", note: "内部だけ" },
      "at-purpose": "どこで読むかを書いてください",
    })
    expect(done.status).toBe(303)
    const mended = await ask(`/my/organisations/${waiting}/edit`, { as: "donor" })
    expect(mended.body).toContain("どこで読むかを書いてください")
    expect(mended.body).not.toContain("内部だけ")
    const { _version = "" } = hiddenFields(mended.body, `/my/organisations/${waiting}`)
    const form = {
      ...{ _version, intent: "submit", different: "yes", name: "あべの読み聞かせの会", kana: "アベノ" },
      ...{ kind: "civic-group", mainArea: "271195", fields: "13", purpose: "図書館で読みます。" },
      ...{ contactName: "山口", contactPhone: "06-6600-1111" },
    }
    expect((await ask(`/my/organisations/${waiting}`, { as: "donor", form })).status).toBe(303)
    expect((await decide({ decision: "approve", checked })).status).toBe(303)
    const page = await ask(`/organisations/${waiting}`)
    expect(page.status).toBe(200)
    expect(page.body).toContain("図書館で読みます。")
    const record = await ask(`/staff/registrations/${waiting}`, abeno)
    expect(record.body).toContain("井上 亮（")
    expect(record.body).toContain("内部だけ")
    expect(await htmlProblems(record.body)).toEqual([])
  })

  test("X13: ending a registration needs a reason; then its page says it is gone", async () => {
    const path = `/staff/organisations/${waiting}/closure`
    const unexplained = await ask(path, { ...abeno, form: { closing: "", mistaken: "yes" } })
    expect(unexplained.status).toBe(422)
    expect(unexplained.body).toContain('id="field-closing-error"')
    const closed = await ask(path, { ...abeno, form: { closing: "二重の登録でした", mistaken: "yes" } })
    expect(closed.status).toBe(303)
    expect((await ask(`/organisations/${waiting}`)).status).toBe(410)
  })

  test("X13: what has moved on meanwhile is said so", async () => {
    const path = `/staff/organisations/${waiting}/suspension`
    expect((await ask(path, { ...abeno, form: { reason: "確認中" } })).status).toBe(409)
    expect(
      (await ask("/staff/organisations/0000000000/suspension", { ...abeno, form: { reason: "x" } })).status,
    ).toBe(404)
  })
})
