import { expect, test } from "vitest"
import { htmlProblems } from "#web/ui/html-check.ts"
import { type Answer, testProgram } from "#test/support/program.ts"

const { ask, program, clock } = await testProgram()

const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")

const rowsOf = (answer: Answer): string[] =>
  [...answer.body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map((row) => words(row[0])).slice(1)

const bodyId = async (slug: string): Promise<string> => {
  const { rows } = await program.ownerPool.query<{ id: string }>("select id from bodies where slug = $1", [
    slug,
  ])
  return rows[0]!.id
}

const admin = { as: "administrator" }

test("X18: an administrator gives a post ahead, ends it and takes back one that has not begun", async () => {
  const form = {
    address: "new-officer@example.jp",
    name: "原 一郎",
    body: await bodyId("abeno-ward-office"),
    role: "approver",
    programme: "organisations",
    areas: [program.base.city.areas.find((area) => area.slug === "abeno")!.code],
    from: "令和9年4月1日",
    to: "",
  }
  const given = await ask("/staff/posts", { ...admin, form })
  expect(given.status).toBe(303)
  const list = await ask("/staff/posts", admin)
  const [row] = rowsOf(list).filter((each) => each.includes("原 一郎"))
  expect(row).toMatch(/阿倍野区役所 承認者 団体の登録 阿倍野区 2027年4月1日（木） これから 決まっていない/)
  const [path] =
    /\/staff\/posts\/[0-9a-f-]{36}/.exec(list.body.slice(0, list.body.indexOf("原 一郎")).slice(-200)) ?? []
  expect(words((await ask(path!, admin)).body)).toContain("まだ始まっていない担当を取り消す")
  expect((await ask(`${path}/end`, { ...admin, form: { to: "2027-03-31" } })).status).toBe(422)
  expect((await ask(`${path}/end`, { ...admin, form: { to: "2028-03-31" } })).status).toBe(303)
  expect((await ask(`${path}/withdrawal`, { ...admin, form: {} })).status).toBe(303)
  expect((await ask(path!, admin)).status).toBe(404)
})

test("what is wrong with a post stands at its field, and what was typed stays", async () => {
  const typed = {
    address: "not an address",
    name: "<script>",
    role: "officer",
    programme: "*",
    body: "",
    from: "2026-02-30",
    areas: ["27119"],
  }
  const answer = await ask("/staff/posts", { ...admin, form: typed })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('value="2026-02-30"')
  expect(answer.body).toContain('value="not an address"')
  expect(answer.body).not.toContain('value="<script>"')
  for (const name of ["address", "body", "from"]) expect(answer.body).toContain(`href="#field-${name}"`)
  expect(await htmlProblems(answer.body)).toEqual([])
})

test.each(["ward-officer-abeno", "city-officer", "shakyo-officer"])(
  "X17: %s neither sees nor gives posts",
  async (as) => {
    expect((await ask("/staff/posts", { as })).status).toBe(403)
    expect((await ask("/staff/posts/new", { as })).status).toBe(403)
    expect((await ask("/staff/posts", { as, form: { address: "a@example.jp" } })).status).toBe(403)
  },
)

test("X17: the audit is for managers and administrators", async () => {
  const answers = []
  for (const as of ["administrator", "city-officer", "ward-officer-abeno", "shakyo-officer", "citizen"])
    answers.push((await ask("/staff/audit", { as })).status)
  expect(answers).toEqual([200, 200, 403, 403, 403])
  expect((await ask("/staff/audit")).status).toBe(303)
})

test("X16: the audit says who did what under which hat, and is narrowed by person, verb, day and record", async () => {
  clock.set("2026-06-12T11:00:00+09:00")
  await ask("/my/profile", { as: "expert", form: { name: "藤原 真理子", lang: "en" } })
  const all = await ask("/staff/audit", admin)
  expect(rowsOf(all)[0]).toMatch(
    /2026年6月12日（金） 11:00 藤原 真理子 本人 自分の情報を変更 アカウント 藤原 真理子/,
  )
  const only = async (query: string) => rowsOf(await ask(`/staff/audit?${query}`, admin))
  const byPerson = await only("person=%E8%97%A4%E5%8E%9F")
  expect(byPerson.length).toBeGreaterThan(0)
  expect(byPerson.every((row) => row.includes("藤原 真理子"))).toBe(true)
  expect((await only("verb=accounts.save-profile")).every((row) => row.includes("自分の情報を変更"))).toBe(
    true,
  )
  expect(await only("day=2026-06-12&verb=accounts.save-profile")).toHaveLength(1)
  expect(await only("day=2026-06-11&verb=accounts.save-profile")).toHaveLength(0)
  const [subject] = /kind=account&(?:amp;)?subject=([0-9a-f-]{36})/.exec(all.body) ?? []
  const ofRecord = await only(subject!.replaceAll("&amp;", "&"))
  expect(ofRecord.every((row) => row.includes("アカウント 藤原 真理子"))).toBe(true)
  expect(await only("person=nobody%25")).toHaveLength(0)
})

test("X16: what a filter does not understand filters nothing and breaks nothing", async () => {
  for (const query of [
    "day=2026-02-30",
    "page=-1",
    "page=99999",
    "person=%27%22%3C",
    "subject=x",
    "verb=none",
    "kind=%5C",
  ])
    expect((await ask(`/staff/audit?${query}`, admin)).status).toBe(200)
})

test("acceptance 8: a changed row shows on the page that checks the audit", async () => {
  await program.ownerPool.query("select graphile_worker.add_job('accounts.seal-audit', '{}')")
  const { drainJobs } = await import("#kernel/jobs/worker.ts")
  await drainJobs(program.worker)
  const whole = await ask("/staff/audit?check=1", admin)
  expect(words(whole.body)).toContain("確かめました。記録は書きかえられていません")
  await program.ownerPool.query("update audit_events set hat = 'person' where verb = 'accounts.grant-post'")
  const changed = await ask("/staff/audit?check=1", admin)
  expect(words(changed.body)).toContain("記録が書きかえられた跡があります")
  expect(words(changed.body)).toContain("accountsの1番目の束： 記録が変わっています")
  expect(await htmlProblems(changed.body)).toEqual([])
})

test("X18: a hat is put on from one's own posts only", async () => {
  const { rows } = await program.ownerPool.query<{ id: string; email: string }>(
    "select posts.id, email from posts join accounts on accounts.id = account_id",
  )
  const postOf = (email: string) => rows.find((row) => row.email.startsWith(email))!.id
  const own = await ask("/staff/hat", { as: "city-officer", form: { post: postOf("city-officer") } })
  expect(own.status).toBe(303)
  expect(own.headers.getSetCookie().join()).toContain(`enishi.hat=${postOf("city-officer")}`)
  const other = await ask("/staff/hat", { as: "city-officer", form: { post: postOf("administrator") } })
  expect(other.status).toBe(403)
  expect(other.headers.getSetCookie()).toEqual([])
  const [session = ""] = (
    await ask("/demo/sign-in", { form: { person: "city-officer" } })
  ).headers.getSetCookie()
  const hats = async (post: string) => {
    const cookie = `${session.split(";")[0]}; enishi.hat=${post}`
    return rowsOf(await ask("/staff/hats", { headers: { cookie } }))
  }
  expect(await hats(postOf("administrator"))).toEqual([expect.stringMatching(/責任者 .*今の立場/)])
})

const pages = [
  "/staff/hats",
  "/staff/posts",
  "/staff/posts?when=past",
  "/staff/posts/new",
  "/staff/audit",
  "/staff/audit?person=none",
]

test.each(pages)("acceptance 14: %s is valid HTML in Japanese and English", async (path) => {
  for (const lang of ["ja", "en"]) {
    const answer = await ask(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, admin)
    expect(answer.status).toBe(200)
    expect(await htmlProblems(answer.body)).toEqual([])
  }
})
