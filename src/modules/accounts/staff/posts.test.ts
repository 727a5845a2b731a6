import { describe, expect, test } from "vitest"
import { htmlProblems } from "#web/ui/html-check.ts"
import { testProgram } from "#test/support/program.ts"

const { ask, program, clock } = await testProgram()

const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")
const rows = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await program.ownerPool.query(text, [...values])).rows as Row[]
const admin = { as: "administrator" }
const codeOf = (slug: string): string => program.base.city.areas.find((area) => area.slug === slug)!.code
const [abeno, hirano] = [codeOf("abeno"), codeOf("hirano")]
const start = "2026-06-10T10:00:00+09:00"

const accountOf = async (person: string): Promise<string> =>
  (await rows<{ id: string }>("select id from accounts where email like $1", [`${person}@%`]))[0]!.id
const postOf = async (person: string): Promise<string> =>
  (
    await rows<{ id: string }>("select id from posts where account_id = $1 order by id limit 1", [
      await accountOf(person),
    ])
  )[0]!.id
const bodyOf = async (person: string): Promise<string> =>
  (
    await rows<{ id: string }>("select body_id as id from posts where account_id = $1 limit 1", [
      await accountOf(person),
    ])
  )[0]!.id

const given = async (address: string, more: Record<string, string | string[]> = {}): Promise<void> => {
  const form = {
    address,
    body: await bodyOf("city-officer"),
    programme: "*",
    role: "officer",
    from: "2026-04-01",
    to: "",
    ...more,
  }
  const answer = await ask("/staff/posts", { ...admin, form })
  expect(answer.status, words(answer.body)).toBe(303)
}

/** Somebody signed in anew by the demo's door is one of its people; a cookie of theirs chooses the hat. */
const wearing = async (person: string, path: string, post: string) => {
  const [session = ""] = (await ask("/demo/sign-in", { form: { person } })).headers.getSetCookie()
  return ask(path, { headers: { cookie: `${session.split(";")[0]}; enishi.hat=${post}` } })
}

describe("issue 3 line 14: deputies", () => {
  test("X18: a colleague stands in from day to day, the hat says so, and so does the audit", async () => {
    clock.set(start)
    await given("expert@demo.example.jp", {
      body: await bodyOf("ward-officer-abeno"),
      role: "viewer",
      areas: [abeno],
    })
    const post = await postOf("ward-officer-abeno")
    const form = { address: "expert@demo.example.jp", from: "2026-06-11", until: "2026-06-12" }
    expect((await ask(`/staff/posts/${post}/deputies`, { ...admin, form })).status).toBe(303)
    expect(words((await ask(`/staff/posts/${post}`, admin)).body)).toContain("代理を終える")
    const [deputy] = await rows<{ id: string }>("select id from post_deputies")
    const hat = async () => words((await wearing("expert", "/staff/hats", deputy!.id)).body)
    expect(await hat()).not.toContain("さんの代理）")
    clock.set("2026-06-11T00:00:00+09:00")
    expect(await hat()).toMatch(/さんの代理） 承認者 .*今の立場/)
    const [group] = await rows<{ id: string; version: number }>(
      "select public_id as id, version from organisations where state = 'submitted'",
    )
    const [session = ""] = (await ask("/demo/sign-in", { form: { person: "expert" } })).headers.getSetCookie()
    const cookie = `${session.split(";")[0]}; enishi.hat=${deputy!.id}`
    const decision = { decision: "return", reason: "目的を書いてください", _version: String(group!.version) }
    const decided = await ask(`/staff/registrations/${group!.id}/decision`, {
      headers: { cookie },
      form: decision,
    })
    expect(decided.status).toBe(303)
    const [event] = await rows<{ hat: string }>(
      "select hat from audit_events where verb = 'organisations.return' order by at desc limit 1",
    )
    expect(event!.hat).toMatch(new RegExp(`^post:approver:.*:${post}:deputy$`))
    const audit = words((await ask("/staff/audit?verb=organisations.return", admin)).body)
    expect(audit).toContain("阿倍野区役所・承認者（代理）")
    clock.set("2026-06-12T23:59:59+09:00")
    expect(await hat()).toContain("さんの代理）")
    clock.set("2026-06-13T00:00:00+09:00")
    expect(await hat()).not.toContain("さんの代理）")
  })

  test("nobody stands in for themselves, no stranger, not twice, not in the past", async () => {
    clock.set(start)
    const post = await postOf("ward-officer-abeno")
    const name = async (address: string, from = "2026-07-01", until = "2026-07-02") =>
      (await ask(`/staff/posts/${post}/deputies`, { ...admin, form: { address, from, until } })).status
    expect(await name("ward-officer-abeno@demo.example.jp")).toBe(422)
    expect(await name("citizen@demo.example.jp")).toBe(422)
    expect(await name("ward-officer-hirano@demo.example.jp")).toBe(422)
    expect(await name("expert@demo.example.jp", "2026-06-12", "2026-06-20")).toBe(422)
    expect(await name("expert@demo.example.jp", "2026-05-01", "2026-05-02")).toBe(422)
    expect(await name("expert@demo.example.jp", "2026-07-02", "2026-07-01")).toBe(422)
    expect(await name("expert@demo.example.jp")).toBe(303)
    const [deputy] = await rows<{ id: string }>(
      "select id from post_deputies where valid_from = '2026-07-01'",
    )
    expect(
      (await ask(`/staff/posts/${post}/deputies/${deputy!.id}/end`, { ...admin, form: {} })).status,
    ).toBe(303)
    expect(await rows("select 1 from post_deputies where valid_from = '2026-07-01'")).toEqual([])
  })
})

describe("issue 3 line 14: powers end", () => {
  test("X17: at midnight of the city a post's powers end in an open session", async () => {
    await given("donor@demo.example.jp", { to: "2026-06-10" })
    clock.set("2026-06-10T23:59:59+09:00")
    expect((await ask("/staff", { as: "donor" })).status).toBe(200)
    clock.set("2026-06-11T00:00:00+09:00")
    expect((await ask("/staff", { as: "donor" })).status).toBe(403)
    clock.set(start)
  })

  test("X17: nobody gives more than they hold", async () => {
    await given("expert-2@demo.example.jp", {
      role: "administrator",
      body: await bodyOf("shakyo-officer"),
      programme: "accounts",
      areas: [abeno],
    })
    const form = {
      address: "n1@example.jp",
      body: await bodyOf("shakyo-officer"),
      role: "officer",
      from: "2026-07-01",
      to: "",
    }
    const give = async (more: Record<string, string | string[]>) =>
      (await ask("/staff/posts", { as: "expert-2", form: { ...form, ...more } })).status
    expect(await give({ programme: "*", areas: [abeno] })).toBe(422)
    expect(await give({ programme: "accounts" })).toBe(422)
    expect(await give({ programme: "accounts", areas: [abeno, hirano] })).toBe(422)
    expect(await give({ programme: "accounts", areas: [abeno], body: await bodyOf("city-officer") })).toBe(
      404,
    )
    expect(await give({ programme: "accounts", areas: [abeno] })).toBe(303)
  })

  test("X18: the City never is without an administrator, not on any day to come", async () => {
    clock.set(start)
    const own = await postOf("administrator")
    const end = async (id: string, to: string) =>
      (await ask(`/staff/posts/${id}/end`, { ...admin, form: { to } })).status
    expect(await end(own, "2027-03-31")).toBe(422)
    await given("second@example.jp", { role: "administrator", from: "2027-04-02" })
    expect(await end(own, "2027-03-31")).toBe(422)
    expect(await end(own, "2027-04-01")).toBe(303)
    const second = (
      await rows<{ id: string }>(
        "select p.id from posts p join accounts a on a.id = p.account_id where a.email = 'second@example.jp'",
      )
    )[0]!.id
    expect((await ask(`/staff/posts/${second}/withdrawal`, { ...admin, form: {} })).status).toBe(422)
    expect(await end(second, "2027-05-31")).toBe(422)
    await rows("update posts set valid_to = null where id = $1", [own])
    expect((await ask(`/staff/posts/${second}/withdrawal`, { ...admin, form: {} })).status).toBe(303)
  })

  test("two administrators who end each other at once leave one", async () => {
    await given("third@example.jp", { role: "administrator" })
    const own = await postOf("administrator")
    const third = (
      await rows<{ id: string }>(
        "select p.id from posts p join accounts a on a.id = p.account_id where a.email = 'third@example.jp'",
      )
    )[0]!.id
    const answers = await Promise.all(
      [own, third].map((id) => ask(`/staff/posts/${id}/end`, { ...admin, form: { to: "2026-12-31" } })),
    )
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([303, 422])
    await rows("update posts set valid_to = null where id = any ($1::uuid[])", [[own, third]])
    await rows("delete from posts where id = $1", [third])
  })
})

describe("issue 3 line 14: hand-over", () => {
  test("one page says what a person holds and what waits, and hands it over on a day without a gap", async () => {
    clock.set(start)
    const person = await accountOf("city-officer")
    const page = await ask(`/staff/posts/${person}/hand-over`, admin)
    expect(words(page.body)).toContain("大阪市市民局・責任者・すべての事業・市全体")
    expect(words(page.body)).toMatch(/待っているもの：\d+件/)
    expect(await htmlProblems(page.body)).toEqual([])
    const form = {
      posts: await postOf("city-officer"),
      address: "next@example.jp",
      name: "次野 人",
      last: "令和9年3月31日",
    }
    expect(
      (await ask(`/staff/posts/${person}/hand-over`, { ...admin, form: { ...form, posts: "" } })).status,
    ).toBe(422)
    const stolen = { ...form, posts: await postOf("ward-officer-abeno") }
    expect((await ask(`/staff/posts/${person}/hand-over`, { ...admin, form: stolen })).status).toBe(404)
    expect((await ask(`/staff/posts/${person}/hand-over`, { ...admin, form })).status).toBe(303)
    const coming = await ask("/staff/posts?when=coming", admin)
    expect(words(coming.body)).toMatch(/2027年3月31日（水） この日まで 中村 恵 大阪市市民局・責任者/)
    expect(words(coming.body)).toMatch(/2027年4月1日（木） 始まる 次野 人 大阪市市民局・責任者/)
    expect(await htmlProblems(coming.body)).toEqual([])
  })
})

describe("issue 3 line 14: posts from a table", () => {
  const head = "氏名,メールアドレス,所属,事業,役割,地域,開始日,終了日"
  const table = [
    head,
    "一 太郎,one@example.jp,大阪市阿倍野区役所,,担当,阿倍野区,2027/4/1,",
    "二 花子,ｔｗｏ@example.jp,大阪市市民局,団体の登録,承認者,,令和9年4月1日,R10.3.31",
    "三 次郎,three@example.jp,どこかの課,,担当,,2027-04-01,",
    "四 子,not an address,大阪市市民局,,部長,火星,2027-02-30,2027-03-31",
    "五 子,one@example.jp,大阪市阿倍野区役所,,担当,,2027-05-01,",
  ].join("\r\n")

  const bring = async (text: string, as = "administrator") =>
    ask("/staff/posts/imports", { as, form: { text } })

  test("each row is looked at, refused rows say why, only the chosen are given, and all is undone until the day", async () => {
    clock.set(start)
    const brought = await bring(table)
    expect(brought.status).toBe(303)
    const preview = await ask(brought.location, admin)
    const text = words(preview.body)
    expect(await htmlProblems(preview.body)).toEqual([])
    expect(text).toContain("取り込める行：2、取り込めない行：3")
    for (const reason of [
      "所属の名前が見つかりません",
      "メールアドレスを読めません",
      "地域の名前が見つかりません",
      "始まりの日を読めません",
      "同じ担当が、表の上の行にもあります",
    ])
      expect(text).toContain(reason)
    const decide = async (lines: readonly string[]) =>
      (await ask(`${brought.location}/decision`, { ...admin, form: { rows: lines } })).status
    expect(await decide([])).toBe(422)
    expect(await decide(["4"])).toBe(422)
    expect(await decide(["2", "3"])).toBe(303)
    expect(await decide(["2", "3"])).toBe(409)
    const given = () => rows("select 1 from posts where import_id is not null")
    expect(await given()).toHaveLength(2)
    expect(words((await ask("/staff/posts?when=coming", admin)).body)).toMatch(/2027年4月1日（木）.*一 太郎/)
    clock.set("2027-04-01T00:00:00+09:00")
    expect((await ask(`${brought.location}/undo`, { ...admin, form: {} })).status).toBe(422)
    clock.set("2027-03-31T23:59:59+09:00")
    expect((await ask(`${brought.location}/undo`, { ...admin, form: {} })).status).toBe(303)
    expect(await given()).toEqual([])
    expect((await ask(`${brought.location}/undo`, { ...admin, form: {} })).status).toBe(409)
    clock.set(start)
  })

  test("cells copied from a spreadsheet are read; what is no table is refused in words", async () => {
    const pasted = await bring("メールアドレス\t所属\t役割\tから\nx@example.jp\tcity\tofficer\t2027-04-01")
    expect(words((await ask(pasted.location, admin)).body)).toContain("取り込める行：1、取り込めない行：0")
    for (const bad of ["", "何か", head, "\u0000", '"'.repeat(10), `${head}\n${"x,".repeat(100)}`]) {
      const answer = await bring(bad)
      expect([303, 422]).toContain(answer.status)
      if (answer.status === 303)
        expect(words((await ask(answer.location, admin)).body)).toContain("取り込める行：0")
    }
  })

  test("X14: another body's administrator neither sees the City's files nor gives its posts", async () => {
    await given("company-editor@demo.example.jp", {
      role: "administrator",
      body: await bodyOf("shakyo-officer"),
    })
    const own = await bring(table, "company-editor")
    expect(words((await ask(own.location, { as: "company-editor" })).body)).toContain("取り込める行：0")
    const citys = await bring(table)
    expect((await ask(citys.location, { as: "company-editor" })).status).toBe(404)
    expect(
      (await ask(`${citys.location}/decision`, { as: "company-editor", form: { rows: "2" } })).status,
    ).toBe(404)
    expect(
      (await ask(`/staff/posts/${await accountOf("city-officer")}/hand-over`, { as: "company-editor" }))
        .status,
    ).toBe(404)
    expect((await ask(citys.location, { as: "city-officer" })).status).toBe(403)
  })
})

test.each(["/staff/posts/imports", "/staff/posts?when=coming"])(
  "acceptance 14: %s is valid HTML in Japanese and English",
  async (path) => {
    for (const lang of ["ja", "en"]) {
      const answer = await ask(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, admin)
      expect(answer.status).toBe(200)
      expect(await htmlProblems(answer.body)).toEqual([])
    }
  },
)
