import { expect, test } from "vitest"
import { htmlProblems } from "#web/ui/html-check.ts"
import { testProgram } from "#test/support/program.ts"

const { ask, program } = await testProgram()

const one = async (text: string): Promise<string> => {
  const { rows } = await program.ownerPool.query<{ id: string }>(text)
  return rows[0]?.id ?? ""
}

const ofEditor = `from organisations o join memberships m on m.organisation_id = o.id
  join accounts a on a.id = m.account_id where a.email = 'group-editor@demo.example.jp' and o.state = 'registered'`
const group = await one(`select o.public_id as id ${ofEditor} limit 1`)
const listing = await one(
  `select l.public_id as id from listings l where l.state = 'published' and l.organisation_id in (select o.id ${ofEditor}) limit 1`,
)

/** A key as it stands in a form that was drawn some time ago. */
const keyFrom = (ago: number): string => {
  const time = (Date.now() - ago).toString(16).padStart(12, "0")
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${crypto.randomUUID().slice(24)}`
}

let askers = 0
const asking = (change: Record<string, string> = {}) => ({
  _key: keyFrom(30_000),
  name: "小林 かな",
  address: `asker-${(askers += 1)}@mail.example.jp`,
  body: "ベビーカーで行けますか。",
  website: "",
  ...change,
})

const send = (form: Record<string, string>, path = `/organisations/${group}/inquiry`) => ask(path, { form })

const cookieIn = (answer: Awaited<ReturnType<typeof ask>>): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ")

test("issue 3 line 11: the pages of a group and of a listing lead to asking, and tell how soon an answer usually comes", async () => {
  for (const path of [`/organisations/${group}`, `/listings/${listing}`]) {
    const { body } = await ask(path)
    expect(body).toContain(`href="${path}/inquiry"`)
    expect(body).toContain("たいてい1日くらいで返事があります。")
  }
})

test.each(["ja", "en", "ja-easy"])(
  "issue 3 line 11: one asks in %s, told what the data is used for",
  async (lang) => {
    const { status, body } = await ask(`/listings/${listing}/inquiry?lang=${lang}`)
    expect(status).toBe(200)
    expect(body).toContain('class="purpose"')
    expect(body).not.toContain("group-editor@")
    expect(await htmlProblems(body)).toEqual([])
  },
)

test("issue 3 line 11: a guest asks, reads on in this browser, and elsewhere only with the key", async () => {
  const sent = await send(asking())
  expect(sent.status).toBe(303)
  expect(sent.location).toMatch(/^\/inquiries\/[0-9a-z]{10}$/)
  const cookie = cookieIn(sent)
  expect(sent.headers.getSetCookie().join()).toMatch(/HttpOnly/i)
  const here = await ask(sent.location, { headers: { cookie } })
  expect(here.body).toContain("ベビーカーで行けますか。")
  expect(here.headers.get("cache-control")).toContain("no-store")
  expect(await htmlProblems(here.body)).toEqual([])
  const elsewhere = await ask(sent.location)
  expect(elsewhere.body).not.toContain("ベビーカー")
  expect(elsewhere.body).toContain('name="key"')

  const key = await one(
    `select asker_key as id from inquiries where public_id = '${sent.location.slice(-10)}'`,
  )
  const typed = ` ${key.slice(0, 4).toUpperCase()}-${key.slice(4, 8)}-${key.slice(8)} `
  const opened = await ask(`${sent.location}/key`, { form: { key: typed } })
  expect(opened.status).toBe(303)
  expect((await ask(sent.location, { headers: { cookie: cookieIn(opened) } })).body).toContain("ベビーカー")
  const wrong = await ask(`${sent.location}/key`, { form: { key: "0000-0000-0000" } })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain("合言葉が違います")
})

test("issue 3 line 11: a page for a key looks the same whether there is such a conversation or not", async () => {
  const known = await one("select public_id as id from inquiries limit 1")
  const plain = (body: string, id: string) =>
    body.replaceAll(id, "ID").replaceAll(/value="[0-9a-f-]{36}"/g, "")
  const [there, missing] = await Promise.all([ask(`/inquiries/${known}`), ask("/inquiries/0000000000")])
  expect(there.status).toBe(missing.status)
  expect(plain(there.body, known)).toBe(plain(missing.body, "0000000000"))
})

test.each([
  ["the unseen field is filled", { website: "https://spam.example" }],
  ["it is sent at once", { _key: keyFrom(-30_000) }],
  ["it was drawn days ago", { _key: keyFrom(3 * 86_400_000) }],
  ["its key is made up", { _key: "ffffffff-ffff-7000-8000-000000000000" }],
  ["it has no key", { _key: "" }],
  ["no address", { address: "" }],
  ["an address of two", { address: "a@b.example,c@d.example" }],
  ["too long", { body: "あ".repeat(4001) }],
])("issue 3 line 11: nothing is sent and nothing typed is lost: %s", async (_name, change) => {
  const before = await one("select count(*)::text as id from inquiries")
  const { status, body } = await send(asking({ name: "残るはずの名前", ...change }))
  expect(status).toBe(422)
  expect(body).toContain("残るはずの名前")
  expect(await one("select count(*)::text as id from inquiries")).toBe(before)
})

test("issue 3 line 11: whoever sends too often is told so at the form, and loses nothing", async () => {
  const form = asking({ address: "often@mail.example.jp" })
  const statuses: number[] = []
  for (let sent = 0; sent < 6; sent++) {
    const { status, body } = await send({ ...form, _key: keyFrom(30_000), body: `質問${sent}` })
    statuses.push(status)
    if (status === 422) expect(body).toContain("少し時間をおいてから")
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 422])
})

test("issue 3 line 11: what somebody types is shown as text, never as markup", async () => {
  const sent = await send(asking({ body: "<script>alert(1)</script>", name: "<b>名前</b>" }))
  const { body } = await ask(sent.location, { headers: { cookie: cookieIn(sent) } })
  expect(body).toContain("&lt;script&gt;alert(1)")
  expect(body).not.toContain("<script>alert(1)")
})

test("issue 3 line 11: the group reads, begins with a text for answers, answers; whoever asked reads it", async () => {
  const sent = await send(asking({ body: "何を持って行けばよいですか。" }))
  const path = `/my${sent.location}`
  const list = await ask("/my/inquiries", { as: "group-editor" })
  expect(list.body).toContain("何を持って行けばよいですか。")
  expect(await htmlProblems(list.body)).toEqual([])
  const drafted = await ask(`${path}?draft=later`, { as: "group-editor" })
  expect(drafted.body).toContain("確認してからお返事しますので")
  expect(drafted.body).not.toContain("mail.example.jp")
  expect(await htmlProblems(drafted.body)).toEqual([])
  const said = { body: "手ぶらで来てください。", _version: "1" }
  expect((await ask(`${path}/messages`, { as: "group-editor", form: said })).status).toBe(303)
  const late = await ask(`${path}/messages`, { as: "group-editor", form: { ...said, body: "重なった返事" } })
  expect(late.status).toBe(409)
  expect(late.body).toContain("重なった返事")
  expect(late.body).toContain("新しいメッセージがありました")
  const { body } = await ask(sent.location, { headers: { cookie: cookieIn(sent) } })
  expect(body).toContain("手ぶらで来てください。")
  expect(body).not.toContain("森本 さくら")
})

test("issue 3 line 13: the office's cases are narrowed in the address, taken away as files, and never another office's", async () => {
  const officer = { as: "ward-officer-abeno" }
  for (const query of ["", "?state=settled&kind=help&sort=-at", "?state=x&kind=x&sort=x", "?lang=en"]) {
    const { status, body } = await ask(`/staff/inquiries${query}`, officer)
    expect(status).toBe(200)
    expect(await htmlProblems(body)).toEqual([])
  }
  const rows = async (as: string) =>
    (await ask("/staff/inquiries.csv", { as })).body.trim().split(/\r?\n/).slice(1)
  const [city, abeno] = [await rows("city-officer"), await rows("ward-officer-abeno")]
  expect(city.length).toBeGreaterThan(0)
  expect(abeno.length).toBeLessThan(city.length)
  expect((await ask("/staff/inquiries.xlsx", officer)).bytes.subarray(0, 2)).toEqual(new Uint8Array([80, 75]))
})
