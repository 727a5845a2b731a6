import readXlsxFile from "read-excel-file/node"
import { describe, expect, test } from "vitest"
import { htmlProblems } from "#web/ui/html-check.ts"
import { hiddenFields, testProgram } from "#test/support/program.ts"

const { ask, program } = await testProgram()
const city = { as: "city-officer" }
const abeno = { as: "ward-officer-abeno" }
const list = "/staff/registrations"

const query = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await program.ownerPool.query<R>(text, values)).rows

const headings = (html: string): string[] =>
  [...(/<thead>[\s\S]*<\/thead>/.exec(html)?.[0] ?? "").matchAll(/<th[^>]*>([\s\S]*?)<\/th>/g)].map(
    ([, words = ""]) => words.replaceAll(/<[^>]+>/g, "").trim(),
  )

/** Names that would run as a formula or lose their zeros, if a file let them. */
const nasty = async (): Promise<string> => {
  const [row] = await query<{ publicId: string }>(
    `update organisations set name = '=HYPERLINK("http://x")', receipt_number = '0012'
     where name = 'あべの読み聞かせの会' returning public_id as "publicId"`,
  )
  return row?.publicId ?? ""
}

describe("issue 3 line 13: the list of groups", () => {
  test("its filters, columns and order stand in the address", async () => {
    const usual = await ask(list, city)
    expect(headings(usual.body)).toContain("回答期限")
    expect(headings(usual.body)).not.toContain("連絡先の電話番号")
    const chosen = await ask(`${list}?state=all&columns=area&columns=phone&sort=-name`, city)
    expect(headings(chosen.body)).toEqual(["選ぶ", "団体の名前", "地域", "連絡先の電話番号"])
    expect(chosen.body).toContain('aria-sort="descending"')
    expect(chosen.body).toMatch(/登録済み \d/)
    for (const { body } of [usual, chosen]) expect(await htmlProblems(body)).toEqual([])
  })

  test("it is taken away as CSV and XLSX, where codes keep their zeros and no formula runs", async () => {
    const before = (await query("select from audit_events where verb = 'accounts.take-list'")).length
    await nasty()
    const csv = await ask(`${list}.csv?state=all&columns=receipt`, city)
    expect(csv.headers.get("content-type")).toContain("text/csv")
    expect(csv.body).toContain(`'=HYPERLINK`)
    expect(csv.body).toContain(",0012\r\n")
    const sheet = await download(`${list}.xlsx?state=all&columns=receipt,submitted`)
    const row = sheet.find(([name]) => String(name).startsWith("=HYPERLINK"))
    expect(row?.[1]).toBe("0012")
    expect(sheet[0]).toEqual(["団体の名前", "受付番号", "申込日時"])
    const shown = await ask(`${list}?state=all`, city)
    expect(sheet.length - 1).toBe(Number(/<strong>(\d+)件<\/strong>/.exec(shown.body)?.[1]))
    const after = (await query("select from audit_events where verb = 'accounts.take-list'")).length
    expect(after - before).toBe(2)
  })

  test("X17: a file holds what the worn post covers, and no more", async () => {
    const own = await ask(`${list}.csv?state=all&columns=area`, abeno)
    expect(own.body).toContain("阿倍野区")
    expect(own.body).not.toContain("平野区")
  })

  test("a way of looking is saved under a name, shared with the same office, and taken away", async () => {
    const form = {
      list: "registrations",
      path: list,
      query: "state=all&sort=name",
      name: "五十音順",
      shared: "yes",
    }
    const saved = await ask("/staff/views", { ...abeno, form })
    expect([saved.status, saved.location]).toEqual([303, `${list}?state=all&sort=name`])
    const opened = await ask(`${list}?state=all&sort=name`, abeno)
    expect(opened.body).toMatch(/aria-current="page"[^>]*>\s*<span>五十音順（共有）/)
    expect((await ask(list, { as: "ward-officer-hirano" })).body).not.toContain("五十音順")
    const [row] = await query<{ id: string }>("select id from saved_views where name = '五十音順'")
    const away = `/staff/views/${row?.id}/deletion`
    expect((await ask(away, { as: "ward-officer-hirano", form: { path: list } })).status).toBe(404)
    expect((await ask(away, { ...abeno, form: { path: list } })).status).toBe(303)
    expect((await ask(list, abeno)).body).not.toContain("五十音順")
  })

  test("a saved view leads nowhere outside the office, and needs a name", async () => {
    const form = { list: "registrations", path: "//elsewhere.example", query: "", name: "外" }
    expect((await ask("/staff/views", { ...abeno, form })).status).toBe(422)
    const nameless = await ask("/staff/views", { ...abeno, form: { ...form, path: list, name: "" } })
    expect(nameless.status).toBe(422)
    expect(await htmlProblems(nameless.body)).toEqual([])
  })
})

const download = async (path: string): Promise<readonly (readonly unknown[])[]> => {
  const { app } = program.web()
  const signed = await app.request("http://localhost:3000/demo/sign-in", {
    method: "POST",
    body: new URLSearchParams({ person: "city-officer" }),
  })
  const cookie = signed.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ")
  const response = await app.request(`http://localhost:3000${path}`, { headers: { cookie } })
  const [sheet] = await readXlsxFile(Buffer.from(await response.arrayBuffer()))
  return sheet?.data ?? []
}

describe("activity-publishing.U4: an office writes to many groups at once", () => {
  const letter = { subject: "発信のお手伝い", body: "困っていることはありませんか。" }

  test("first it is shown whom it reaches, whom not, and why; nothing is sent by looking", async () => {
    const before = (await query("select from messages where template = 'organisations.write'")).length
    const preview = await ask(`${list}/selection`, {
      ...city,
      form: { action: "letter", query: "state=all", all: "yes" },
    })
    expect(preview.status).toBe(200)
    expect(preview.body).toContain("登録中の団体ではありません")
    expect(preview.body).toMatch(/対象：\d+件/)
    expect(await htmlProblems(preview.body)).toEqual([])
    expect((await query("select from messages where template = 'organisations.write'")).length).toBe(before)
  })

  test("then each of their people gets one letter, once; what another office covers is passed by", async () => {
    const rows = await query<{ publicId: string }>(
      `select public_id as "publicId" from organisations where state = 'registered'`,
    )
    const ids = rows.map(({ publicId }) => publicId)
    const page = await ask(`${list}/selection`, { ...abeno, form: { action: "letter", chosen: ids } })
    const hidden = hiddenFields(page.body, `${list}/selection/letter`)
    const form = { ...letter, chosen: ids, query: "silent=1", _key: hidden["_key"] ?? "" }
    const sent = await ask(`${list}/selection/letter`, { ...abeno, form })
    expect([sent.status, sent.location]).toEqual([303, `${list}?silent=1`])
    await ask(`${list}/selection/letter`, { ...abeno, form })
    const reached = await query<{ areas: string; about: string }>(
      `select distinct o.main_area_code as areas, m.about_id::text as about from messages m
       join organisations o on o.id = m.about_id where m.template = 'organisations.write'`,
    )
    expect(new Set(reached.map(({ areas }) => areas))).toEqual(new Set(["271195"]))
    const letters = await query("select from messages where template = 'organisations.write'")
    const people = await query(
      `select from memberships m join organisations o on o.id = m.organisation_id
       where o.state = 'registered' and o.main_area_code = '271195' and m.valid_to is null`,
    )
    expect(letters.length).toBe(people.length)
  })

  test("without a text nothing is sent, and what was written stays", async () => {
    const form = { ...letter, body: "", chosen: [], query: "" }
    const answer = await ask(`${list}/selection/letter`, { ...abeno, form })
    expect(answer.status).toBe(422)
  })
})
