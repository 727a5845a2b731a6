import { beforeAll, describe, expect, test } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, program } = await testProgram()

const abeno = { as: "ward-officer-abeno" }
const typed = {
  intent: "receive",
  channel: "phone",
  fromWhom: "西村さん",
  receivedOn: "令和8年6月9日",
  reference: "つづり 3番",
  name: "文の里おはなし会",
  kana: "ふみのさとおはなしかい",
  kind: "civic-group",
  mainArea: "271195",
  fields: ["13"],
  purpose: "子どもに本を読んでいます。",
  contactName: "西村",
  contactPhone: "０６－６６００－４４４４",
}
type Form = Readonly<Record<string, string | readonly string[]>>
const enter = (form: Form = {}, who = abeno) =>
  ask("/staff/organisations/new", { ...who, form: { ...typed, ...form } })

describe("issue 3 line 2: an officer enters a group from telephone, counter or paper", () => {
  let path = ""
  beforeAll(async () => {
    path = (await enter()).location
  })

  test("the form has today and the own ward ready, in valid pages", async () => {
    for (const lang of ["ja", "en"]) {
      const { status, body } = await ask(`/staff/organisations/new?lang=${lang}`, abeno)
      expect(status).toBe(200)
      expect(body).toContain('value="2026-06-10"')
      expect(body).toMatch(/<option value="271195" selected/)
      expect(await htmlProblems(body)).toEqual([])
    }
    expect((await ask("/staff/registrations", abeno)).body).toContain('href="/staff/organisations/new"')
  })

  test("the record says which way it came, and that nobody has an account", async () => {
    const { body } = await ask(path, abeno)
    expect(body).toContain("電話 西村さん / つづり 3番")
    expect(body).toContain("まだ団体の人のアカウントがありません")
    expect(body).toContain("この団体にはメールが届きません")
    expect(body).toContain("06-6600-4444")
    expect(await htmlProblems(body)).toEqual([])
  })

  test("the receipt has number, office, what was entered and, once issued, the code", async () => {
    const before = await ask(`${path}/slip`, abeno)
    expect(before.body).toMatch(/阿倍野2026-\d{4}/)
    expect(before.body).not.toContain("引き継ぎコード")
    const record = await ask(path, abeno)
    const form = hiddenFields(record.body, `${path}/claim-code`)
    const issued = await ask(`${path}/claim-code`, { ...abeno, form })
    expect(issued).toMatchObject({ status: 303, location: `${path}/slip` })
    for (const lang of ["ja", "en"]) {
      const slip = await ask(`${path}/slip?lang=${lang}`, abeno)
      expect(slip.body).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
      expect(slip.body).toContain("http://localhost:3000/my/claim")
      expect(slip.body).toContain("子どもに本を読んでいます。")
      expect(await htmlProblems(slip.body)).toEqual([])
    }
    expect((await ask(path, abeno)).body).toContain("引き継ぎコードは受付票にあります")
    const again = await ask(`${path}/slip`, abeno)
    const [code = ""] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(again.body) ?? []
    const wrong = await ask("/my/claim", { as: "citizen", form: { code: "0000-0000-0000" } })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain("このコードは使えません")
    expect(wrong.body).toContain('value="0000-0000-0000"')
    expect(await htmlProblems(wrong.body)).toEqual([])
    const taken = await ask("/my/claim", { as: "citizen", form: { code } })
    expect(taken.status).toBe(303)
    const own = await ask(taken.location, { as: "citizen" })
    expect(own.body).toContain("文の里おはなし会")
    expect(own.body).toContain("団体の人が引き継ぎました")
    expect((await ask(path, abeno)).body).toContain("北川 みどり")
  })

  test("bad input comes back with everything typed, and a message at each field", async () => {
    const { status, body } = await enter({
      ...{ name: "", fromWhom: "", receivedOn: "2026-06-11", channel: "pigeon", purpose: "残る文章" },
      ...{ corporateNumber: "123", "links.0.url": "javascript:alert(1)" },
    })
    expect(status).toBe(422)
    for (const field of ["name", "fromWhom", "receivedOn", "channel", "corporateNumber", "links-0-url"])
      expect(body).toContain(`href="#field-${field}"`)
    expect(body).toContain("残る文章")
    expect(body).toMatch(/<details class="form-fold" open/)
    expect(await htmlProblems(body)).toEqual([])
  })

  test("a ward of another office is told at its field; nothing typed is lost", async () => {
    const { status, body } = await enter({ mainArea: "271268" })
    expect(status).toBe(422)
    expect(body).toContain("この窓口の地域ではありません")
    expect(body).toContain("文の里おはなし会")
  })

  test("what is known so far stands as incomplete, says what it needs, and is completed", async () => {
    const part = { ...typed, intent: "note", name: "途中の会", kana: "", fields: [], contactPhone: "" }
    const { location } = await ask("/staff/organisations/new", { ...abeno, form: part })
    const record = await ask(location, abeno)
    expect(record.body).toContain("足りないところあり")
    const id = location.split("/").at(-1)
    const edit = await ask(`/staff/organisations/${id}/edit`, abeno)
    expect(edit.body).toContain("登録には、次のことが必要です")
    expect(edit.body).toContain('href="#field-kana"')
    expect(await htmlProblems(edit.body)).toEqual([])
    const { _version = "" } = hiddenFields(edit.body, "/staff/organisations/")
    const whole = {
      ...typed,
      name: "途中の会",
      kana: "トチュウノカイ",
      contactPhone: "06-6600-5555",
      _version,
    }
    const done = await ask(`/staff/organisations/${id}/edit`, { ...abeno, form: whole })
    expect(done.status).toBe(303)
    expect((await ask(done.location, abeno)).body).toContain("確認待ち")
  })
})

describe("issue 3 line 2: an officer changes a group for its people", () => {
  const idOf = async (name: string): Promise<string> => {
    const { rows } = await program.ownerPool.query<{ publicId: string }>(
      `select public_id as "publicId" from organisations where name like $1`,
      [name],
    )
    return rows[0]?.publicId ?? ""
  }

  test("the public page changes, its people get a mail, the second of two officers gets both texts", async () => {
    const id = await idOf("特定非営利活動法人あべの緑の会")
    const page = await ask(`/staff/organisations/${id}/edit`, abeno)
    expect(await htmlProblems(page.body)).toEqual([])
    const { _version = "" } = hiddenFields(page.body, "/staff/organisations/")
    const form = {
      ...typed,
      name: "特定非営利活動法人あべの緑の会",
      kana: "アベノミドリノカイ",
      purpose: "電話で変えた目的です。",
      _version,
    }
    const saved = await ask(`/staff/organisations/${id}/edit`, { ...abeno, form })
    expect(saved.location).toBe(`/staff/registrations/${id}`)
    expect((await ask(`/organisations/${id}`)).body).toContain("電話で変えた目的です。")
    const mailbox = await ask("/my/messages", { as: "group-editor" })
    expect(mailbox.body).toContain("団体の情報を変えました")
    const second = await ask(`/staff/organisations/${id}/edit`, {
      ...abeno,
      form: { ...form, purpose: "遅い" },
    })
    expect(second.status).toBe(409)
    expect(second.body).toContain("電話で変えた目的です。")
    expect(second.body).toContain("遅い")
    expect(await htmlProblems(second.body)).toEqual([])
  })
})

describe("civic-portal.R2: a group from outside the city", () => {
  test("it waits for the City, which decides on the record's page", async () => {
    const form = {
      ...typed,
      intent: "submit",
      name: "となり町の会",
      kana: "トナリマチノカイ",
      mainArea: "outside",
    }
    const sent = await ask("/my/organisations", {
      as: "donor",
      form: { ...form, contactPhone: "06-6600-7777" },
    })
    const id = sent.location.split("/").at(-1) ?? ""
    expect((await ask(sent.location, { as: "donor" })).body).toContain("市の判断待ち")
    expect((await ask("/staff", { as: "city-officer" })).body).toContain("市内で活動しているかの判断")
    expect((await ask(`/staff/registrations/${id}`, abeno)).status).toBe(404)
    const city = { as: "city-officer" }
    const record = await ask(`/staff/registrations/${id}`, city)
    expect(record.body).toContain('value="release"')
    expect(record.body).not.toContain('value="approve"')
    const { _version = "" } = hiddenFields(record.body, `/staff/registrations/${id}/decision`)
    const bare = await ask(`/staff/registrations/${id}/decision`, {
      ...city,
      form: { decision: "decline", _version },
    })
    expect(bare.status).toBe(422)
    const released = await ask(`/staff/registrations/${id}/decision`, {
      ...city,
      form: { decision: "release", note: "近くで活動の予定", _version },
    })
    expect(released.status).toBe(303)
    expect((await ask(`/staff/registrations/${id}`, city)).body).toContain('value="approve"')
    const own = await ask(sent.location, { as: "donor" })
    expect(own.body).toContain("市が確認に戻しました")
    expect(own.body).not.toContain("近くで活動の予定")
  })
})

test.each(["ja", "en", "ja-easy"])("issue 3 line 2: the blank form for paper in %s", async (lang) => {
  const { status, body } = await ask(`/forms/registration?lang=${lang}`)
  expect(status).toBe(200)
  expect(body).toContain("paper-boxes")
  expect(await htmlProblems(body)).toEqual([])
})
