import { describe, expect, test } from "vitest"
import { drainJobs } from "#kernel/jobs/worker.ts"
import { htmlProblems } from "#web/ui/html-check.ts"
import { testProgram } from "#test/support/program.ts"

const { ask, program, clock } = await testProgram()

const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")

const one = async <Row>(text: string): Promise<Row> =>
  (await program.ownerPool.query<Row & Record<string, unknown>>(text)).rows[0] as Row

const find = async (q: string, as = "city-officer"): Promise<string> =>
  words((await ask(`/staff/find?q=${encodeURIComponent(q)}`, { as })).body)

type Group = { name: string; kana: string; receipt: string; phone: string; id: string; contact: string }
const waiting =
  await one<Group>(`select o.id, o.name, o.kana, o.receipt_number as receipt, c.phone, c.name as contact
  from organisations o join contacts c on c.id = o.contact_id where o.state = 'submitted' limit 1`)

describe("issue 3 line 12: one search box", () => {
  const full = (text: string) =>
    text.replaceAll(/[0-9-]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))

  test.each([
    ["the whole number", waiting.phone],
    ["the number without hyphens", waiting.phone.replaceAll("-", "")],
    ["the number in full width", full(waiting.phone)],
    ["its first digits", waiting.phone.slice(0, 7)],
    ["its last four digits", waiting.phone.slice(-4)],
    ["the number as abroad", waiting.phone.replace(/^0/, "+81 ")],
    ["the name", waiting.name],
    ["the middle of the name", waiting.name.slice(2, 6)],
    ["the first letters of the reading", waiting.kana.slice(0, 3)],
    [
      "the reading in hiragana",
      waiting.kana.replaceAll(/[ァ-ヶ]/g, (k) => String.fromCodePoint((k.codePointAt(0) ?? 0) - 0x60)),
    ],
    ["the receipt number", waiting.receipt],
    ["the end of the receipt number", waiting.receipt.slice(-6)],
    ["whom one reaches", waiting.contact],
  ])("a group is found by %s", async (_how, q) => {
    expect(await find(q)).toContain(waiting.name)
  })

  test("X17: what the worn post does not check is not found, and no telephone tells of it", async () => {
    for (const as of ["ward-officer-hirano", "shakyo-officer"])
      for (const q of [waiting.name, waiting.phone, waiting.receipt, waiting.contact])
        expect(await find(q, as)).not.toContain(`${waiting.name} 団体`)
    const hidden = await one<{ name: string; phone: string }>(`select o.name, c.phone from organisations o
      join contacts c on c.id = o.contact_id where o.state = 'registered' and not ('phone' = any (o.shown)) and c.phone <> '' limit 1`)
    expect(await find(hidden.name, "shakyo-officer")).toContain(hidden.name)
    expect(await find(hidden.phone, "shakyo-officer")).not.toContain(hidden.name)
  })

  test("X16: what is found by a contact that is not public is written down once", async () => {
    const { rows } = await program.ownerPool.query(
      "select hat from audit_events where verb = 'accounts.look-up' and subject_id = $1",
      [waiting.id],
    )
    expect(rows).toEqual([{ hat: expect.stringContaining("post:manager:") }])
    clock.set("2026-06-10T10:11:00+09:00")
    await find(waiting.phone)
    const again = await program.ownerPool.query(
      "select 1 from audit_events where verb = 'accounts.look-up' and subject_id = $1",
      [waiting.id],
    )
    expect(again.rows).toHaveLength(2)
  })

  test("listings by their title, hidden ones for the office that hid them only", async () => {
    const shown = await one<{ title: string }>("select title from listings where state = 'published' limit 1")
    expect(await find(shown.title.slice(0, 5))).toContain(shown.title)
    expect(await find(shown.title.slice(0, 2), "shakyo-officer")).toContain(shown.title)
    const hidden = await one<{ title: string }>("select title from listings where state = 'hidden' limit 1")
    expect(await find(hidden.title)).toContain(`${hidden.title} 掲載 窓口が非公開`)
    expect(await find(hidden.title, "shakyo-officer")).not.toContain(`${hidden.title} 掲載`)
  })

  test("people by mail, for administrators only", async () => {
    expect(await find("donor@demo", "administrator")).toContain("donor@demo.example.jp")
    expect(await find("donor@demo")).not.toContain("donor@demo.example.jp")
  })

  test.each(["", " ", "%", "_", "\\", "'", "０", "ー", "(", "あ".repeat(5000), "+", "----"])(
    "signs break nothing and find no one (%#)",
    async (q) => {
      const answer = await ask(`/staff/find?q=${encodeURIComponent(q)}`, { as: "city-officer" })
      expect(answer.status).toBe(200)
      expect(words(answer.body)).not.toContain(waiting.name)
    },
  )

  test("the part for the box has the same answers without a page around them", async () => {
    const part = await ask(`/staff/find?part=1&q=${encodeURIComponent(waiting.phone)}`, {
      as: "city-officer",
    })
    expect(part.body).toContain(waiting.name)
    expect(part.body).not.toContain("<html")
  })
})

describe("issue 3 line 12: today", () => {
  test("what is late says by how many business days, the oldest due first, with counts beside the programmes", async () => {
    clock.set("2026-06-10T10:00:00+09:00")
    await program.ownerPool.query("update organisations set due_on = '2026-06-05' where id = $1", [
      waiting.id,
    ])
    const today = await ask("/staff", { as: "city-officer" })
    expect(words(today.body)).toContain(`${waiting.name} 団体登録の確認`)
    expect(words(today.body)).toContain("3営業日過ぎています")
    expect(today.body).toMatch(/団体登録<\/span>\s*<span class="count">1</)
    await program.ownerPool.query("update organisations set due_on = '2026-06-15' where id = $1", [
      waiting.id,
    ])
    expect(words((await ask("/staff", { as: "city-officer" })).body)).toContain("あと3営業日")
    await program.ownerPool.query("update organisations set due_on = '2026-06-10' where id = $1", [
      waiting.id,
    ])
    expect(words((await ask("/staff", { as: "city-officer" })).body)).toContain("今日まで")
  })

  test("what changed since the last business day, in the own area only", async () => {
    clock.set("2026-06-13T09:00:00+09:00")
    const { id } = await one<{ id: string }>(
      "select public_id as id from organisations where state = 'submitted'",
    )
    const { version } = await one<{ version: number }>(
      "select version from organisations where state = 'submitted'",
    )
    const form = { decision: "return", reason: "目的を書いてください", _version: String(version) }
    await ask(`/staff/registrations/${id}/decision`, { as: "ward-officer-abeno", form })
    const changes = async (as: string) =>
      /id="changes"[\s\S]*?<\/section>/.exec((await ask("/staff", { as })).body)?.[0] ?? ""
    expect(words(await changes("city-officer"))).toMatch(new RegExp(`${waiting.name}.*直しをお願いしました`))
    expect(await changes("ward-officer-hirano")).not.toContain(waiting.name)
    clock.set("2026-06-15T09:00:00+09:00")
    expect(await changes("city-officer")).toContain(waiting.name)
    clock.set("2026-06-16T09:00:00+09:00")
    expect(await changes("city-officer")).not.toContain(waiting.name)
  })

  test("the morning mail comes to who wants it, on business days, until the post ends", async () => {
    await program.ownerPool.query(
      "update organisations set state = 'submitted', due_on = '2026-06-12' where id = $1",
      [waiting.id],
    )
    const morning = async (now: string): Promise<string[]> => {
      clock.set(now)
      await program.ownerPool.query("delete from messages where template = 'portal.morning-mail'")
      await program.ownerPool.query("select graphile_worker.add_job('portal.morning-mail', '{}')")
      await drainJobs(program.worker)
      const { rows } = await program.ownerPool.query<{ address: string; body: string }>(
        "select address, body from messages where template = 'portal.morning-mail' order by address",
      )
      return rows.map((row) => `${row.address} ${row.body}`)
    }
    expect(await morning("2026-06-16T08:30:00+09:00")).toEqual([])
    for (const as of ["ward-officer-abeno", "shakyo-officer"])
      expect((await ask("/staff/morning-mail", { as, form: { wanted: "yes" } })).status).toBe(303)
    const [mail, ...more] = await morning("2026-06-16T08:30:00+09:00")
    expect(more).toEqual([])
    expect(mail).toContain("ward-officer-abeno@")
    expect(mail).toContain(`${waiting.name}（期限 2026年6月12日（金）・過ぎています）`)
    expect(await morning("2026-06-20T08:30:00+09:00")).toEqual([])
    expect(await morning("2026-12-29T08:30:00+09:00")).toEqual([])
    await ask("/staff/morning-mail", { as: "ward-officer-abeno", form: { wanted: "no" } })
    expect(await morning("2026-06-17T08:30:00+09:00")).toEqual([])
  })
})

test.each(["/staff", "/staff/find", "/staff/find?q=%E4%BC%9A", "/staff/find?q=none"])(
  "acceptance 14: %s is valid HTML in Japanese and English",
  async (path) => {
    for (const lang of ["ja", "en"]) {
      const answer = await ask(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, {
        as: "administrator",
      })
      expect(answer.status).toBe(200)
      expect(await htmlProblems(answer.body)).toEqual([])
    }
  },
)
