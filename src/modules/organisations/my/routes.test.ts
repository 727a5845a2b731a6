import { beforeAll, describe, expect, test } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, program } = await testProgram()

const idOf = async (state: string, person = "%"): Promise<string> => {
  const { rows } = await program.ownerPool.query<{ publicId: string }>(
    `select o.public_id as "publicId" from organisations o join accounts a on a.id = o.applicant_id
     where o.state = $1 and a.email like $2 order by o.created_at limit 1`,
    [state, `${person}@%`],
  )
  return rows[0]?.publicId ?? ""
}

const typed = {
  intent: "submit",
  name: "阿倍野の朝をつくる会",
  kana: "あべののあさをつくるかい",
  kind: "civic-group",
  mainArea: "271195",
  fields: ["3"],
  purpose: "駅前を掃除しています。",
  contactName: "北川",
  contactPhone: "06-1234-0000",
}

const send = (form: Readonly<Record<string, string | readonly string[]>>, path = "/my/organisations") =>
  ask(path, { as: "citizen", form: { ...typed, ...form } })

describe("pages of one's own groups", () => {
  test("civic-portal.U1: somebody without a group is shown what to do", async () => {
    const { status, body } = await ask("/my", { as: "citizen" })
    expect(status).toBe(200)
    expect(body).toContain("あなたの団体がここに並びます")
    expect(body).toContain('href="/my/organisations/new"')
    expect(await htmlProblems(body)).toEqual([])
  })

  test("civic-portal.U1: an editor sees the groups with their state and next step", async () => {
    const { body } = await ask("/my", { as: "group-editor" })
    expect(body).toContain("特定非営利活動法人あべの緑の会")
    expect(body).toContain("団体のページが公開されています。")
    const waiting = await ask("/my", { as: "donor" })
    expect(waiting.body).toContain("窓口が確認しています。")
    expect(waiting.body).toContain("窓口のお願いに沿って直し")
    expect(await htmlProblems(waiting.body)).toEqual([])
  })

  test.each([
    ["submitted", "donor"],
    ["returned", "donor"],
    ["registered", "group-editor"],
  ])("X13: the page of a %s group, and its form", async (state, person) => {
    const id = await idOf(state, person)
    for (const lang of ["ja", "en"]) {
      const page = await ask(`/my/organisations/${id}?lang=${lang}`, { as: person })
      expect(page.status).toBe(200)
      expect(await htmlProblems(page.body)).toEqual([])
      const form = await ask(`/my/organisations/${id}/edit?lang=${lang}`, { as: person })
      // While the office looks at it, nobody writes.
      expect(form.status).toBe(state === "submitted" ? 303 : 200)
      if (form.status === 200) expect(await htmlProblems(form.body)).toEqual([])
    }
  })

  test("X13: what the office asked for stands on the page, above the form and at its field", async () => {
    const own = await ask(`/my/organisations/${await idOf("returned")}`, { as: "donor" })
    expect(own.body).toContain("活動の目的：活動の場所と回数を書き足してください")
    const { body } = await ask(`/my/organisations/${await idOf("returned")}/edit`, { as: "donor" })
    expect(body).toContain("どのくらいの頻度で活動しているか")
    expect(body).toContain('id="field-purpose-error">＊活動の場所と回数を書き足してください')
  })

  test("X17: other people's groups are not found here", async () => {
    const id = await idOf("submitted")
    for (const path of [`/my/organisations/${id}`, `/my/organisations/${id}/edit`])
      expect((await ask(path, { as: "citizen" })).status).toBe(404)
    const posted = await ask(`/my/organisations/${id}`, { as: "citizen", form: typed })
    expect(posted.status).toBe(404)
    const known = await idOf("registered", "group-editor")
    expect((await ask(`/my/organisations/${known}`, { as: "citizen" })).status).toBe(403)
  })
})

describe("the form of a registration", () => {
  test("civic-portal.U1: it has the person's name and address ready, in one page that validates", async () => {
    const { body } = await ask("/my/organisations/new", { as: "citizen" })
    expect(body).toContain('value="北川 みどり"')
    expect(body).toContain('value="citizen@demo.example.jp"')
    for (const lang of ["ja", "en", "ja-easy"])
      expect(
        await htmlProblems((await ask(`/my/organisations/new?lang=${lang}`, { as: "citizen" })).body),
      ).toEqual([])
  })

  test("civic-portal.U1: submitted once, twice with the same key, it is one group with one receipt", async () => {
    const { body } = await ask("/my/organisations/new", { as: "citizen" })
    const { _key = "" } = hiddenFields(body, "/my/organisations")
    const first = await send({ _key })
    const second = await send({ _key })
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.location).toBe(first.location)
    const page = await ask(first.location, { as: "citizen" })
    expect(page.body).toContain("アベノノアサヲツクルカイ")
    expect(page.body).toMatch(/阿倍野2026-000\d/)
  })

  test("acceptance 17: the same name in other characters asks, keeps everything typed, and goes on when told to", async () => {
    const again = { name: "ＮＰＯ法人　あべの緑の会", kana: "アベノミドリノカイ", contactPhone: "" }
    const mail = { contactMail: "kita@example.jp" }
    const asked = await send({ ...again, ...mail })
    expect(asked.status).toBe(422)
    expect(asked.body).toContain("もう登録されていませんか")
    expect(asked.body).toMatch(/<a class="organisation-name" href="\/organisations\/\w{10}"/)
    expect(asked.body).toContain('value="ＮＰＯ法人　あべの緑の会"')
    expect(asked.body).toContain('href="#field-different"')
    expect(await htmlProblems(asked.body)).toEqual([])
    expect((await send({ ...again, ...mail, different: "yes" })).status).toBe(303)
  })

  test("X17: an application of somebody else is hinted at, never named", async () => {
    const asked = await send({ name: "あべの読み聞かせの会", kana: "アベノ", contactPhone: "06-1111-9999" })
    expect(asked.status).toBe(422)
    expect(asked.body).toContain("窓口が確認します。")
    expect(asked.body).not.toContain(await idOf("submitted", "donor"))
  })

  test("civic-portal.U1: a draft is kept, and goes on where it was left", async () => {
    const kept = await send({ intent: "draft", name: "下書きの会", purpose: "途中まで" })
    expect(kept.status).toBe(303)
    const { body } = await ask(`${kept.location}/edit`, { as: "citizen" })
    expect(body).toContain("途中まで")
    expect(hiddenFields(body, "/my/organisations/")["_version"]).toBe("1")
  })
})

describe("bad input: a message at the field, and nothing typed lost", () => {
  const purpose = "失われてはいけない文章"

  test.each([
    ["a name of 1,000 characters", { name: "あ".repeat(1000) }, "field-name", "もう少し短くしてください"],
    ["a NUL byte", { name: "会\u0000名" }, "field-name", "使えない文字が入っています"],
    ["a reading with kanji", { kana: "花" }, "field-kana", "カタカナで入力してください"],
    ["a javascript: link", { website: "javascript:alert(1)" }, "field-website", "https:// で始まる"],
    ["an unknown area", { mainArea: "131016" }, "field-mainArea", "この市にある地域を選んでください"],
    ["no field at all", { fields: [] }, "field-fields", "活動の分野を一つ以上"],
    [
      "a telephone that is none",
      { contactPhone: "９９９" },
      "field-contactPhone",
      "市外局番から入力してください",
    ],
    ["no way to be reached", { contactPhone: "" }, "field-contactPhone", "電話番号、メールアドレス、"],
  ])("%s", async (_what, change, field, message) => {
    const { status, body } = await send({ purpose, ...change })
    expect(status).toBe(422)
    expect(body).toContain(`href="#${field}"`)
    expect(body).toContain(`id="${field}-error">＊${message}`)
    expect(body).toContain(purpose)
    expect(await htmlProblems(body.replaceAll("\u0000", ""))).toEqual([])
  })

  test("HTML in every text is shown as text, on every page", async () => {
    const evil = "<script>alert(1)</script>"
    const done = await send({
      ...{ name: `会${evil}`, kana: "エビル", english: evil, purpose: evil, purposeEnglish: evil },
      ...{
        contactName: evil,
        contactPhone: "０６－５５５５－００００",
        website: 'https://evil.example.jp/"><script>',
      },
    })
    expect(done.status).toBe(303)
    const id = done.location.split("/").at(-1) ?? ""
    const office = await ask(`/staff/registrations/${id}`, { as: "ward-officer-abeno" })
    const own = await ask(done.location, { as: "citizen" })
    const list = await ask("/staff/registrations", { as: "ward-officer-abeno" })
    for (const { status, body } of [office, own, list]) {
      expect(status).toBe(200)
      expect(body).not.toContain("<script>alert")
      expect(body).not.toContain('"><script>')
      expect(body).toContain("&lt;script&gt;alert(1)")
    }
    expect(own.body).toContain("06-5555-0000")
  })

  test("a body that is no form is refused as the sender's fault", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=none" }
    expect((await ask("/my/organisations", { as: "citizen", form: typed, headers })).status).toBe(400)
  })
})

describe("editing what is public", () => {
  let id = ""
  beforeAll(async () => {
    id = await idOf("registered", "group-editor")
  })

  const save = (form: Readonly<Record<string, string>>) =>
    ask(`/my/organisations/${id}/profile`, {
      as: "group-editor",
      form: { ...typed, name: "あべの緑の会", kana: "アベノミドリノカイ", ...form },
    })
  const versionNow = async (): Promise<string> => {
    const { body } = await ask(`/my/organisations/${id}/edit`, { as: "group-editor" })
    return hiddenFields(body, `/my/organisations/${id}/profile`)["_version"] ?? ""
  }

  test("acceptance 9: the second of two editors gets 409 with both texts, and may go on from there", async () => {
    const version = await versionNow()
    expect((await save({ _version: version, purpose: "一人目の文章" })).status).toBe(303)
    const second = await save({ _version: version, purpose: "二人目の文章" })
    expect(second.status).toBe(409)
    expect(second.body).toContain("<dd>一人目の文章</dd>")
    expect(second.body).toContain("<dd>二人目の文章</dd>")
    expect(await htmlProblems(second.body)).toEqual([])
    const { _version = "" } = hiddenFields(second.body, `/my/organisations/${id}/profile`)
    expect((await save({ _version, purpose: "二人で決めた文章" })).status).toBe(303)
    expect((await ask(`/organisations/${id}`)).body).toContain("二人で決めた文章")
  })

  test("acceptance 9: an error in between does not hide that somebody else saved", async () => {
    const version = await versionNow()
    await save({ _version: version, purpose: "先に保存した文章" })
    const wrong = await save({ _version: version, kana: "花", purpose: "後から書いた文章" })
    expect(wrong.status).toBe(422)
    const { _version = "" } = hiddenFields(wrong.body, `/my/organisations/${id}/profile`)
    expect((await save({ _version, purpose: "後から書いた文章" })).status).toBe(409)
  })

  test("civic-portal.R6: a profile of long ago asks to be confirmed, once", async () => {
    await program.ownerPool.query(
      "update organisations set confirmed_at = '2025-01-01' where public_id = $1",
      [id],
    )
    const page = await ask(`/my/organisations/${id}`, { as: "group-editor" })
    expect(page.body).toContain("団体の情報は今も合っていますか")
    expect(await htmlProblems(page.body)).toEqual([])
    const path = `/my/organisations/${id}/confirmation`
    expect((await ask(path, { as: "group-editor", form: {} })).status).toBe(303)
    expect((await ask(`/my/organisations/${id}`, { as: "group-editor" })).body).not.toContain(
      "団体の情報は今も合って",
    )
  })

  test("X13: withdrawing needs a sign, and then the page is gone", async () => {
    const path = `/my/organisations/${id}/withdrawal`
    const unsure = await ask(path, { as: "group-editor", form: {} })
    expect(unsure.status).toBe(422)
    expect(unsure.body).toContain("取り下げるときは、チェックを付けてください")
    expect((await ask(path, { as: "group-editor", form: { sure: "yes" } })).status).toBe(303)
    expect((await ask(`/organisations/${id}`)).status).toBe(410)
  })
})

describe("a city without wards", async () => {
  const takamatsu = await testProgram({ city: "takamatsu" })

  test("civic-portal.R2: the city is chosen already, and the City is the office", async () => {
    const form = await takamatsu.ask("/my/organisations/new", { as: "citizen" })
    expect(await htmlProblems(form.body)).toEqual([])
    const [, mainArea = ""] = /<option value="(\d+)" selected/.exec(form.body) ?? []
    expect(mainArea).toBe("372013")
    const sent = await takamatsu.ask("/my/organisations", { as: "citizen", form: { ...typed, mainArea } })
    expect(sent.status).toBe(303)
    const list = await takamatsu.ask("/staff/registrations", { as: "city-officer" })
    expect(list.body).toContain(typed.name)
    for (const body of [list.body, (await takamatsu.ask("/organisations")).body])
      expect(await htmlProblems(body)).toEqual([])
    const foreign = { ...typed, name: "別の会", mainArea: "271195" }
    const refused = await takamatsu.ask("/my/organisations", { as: "citizen", form: foreign })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain("この市にある地域を選んでください")
  })
})
