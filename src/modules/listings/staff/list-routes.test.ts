import readXlsxFile from "read-excel-file/node"
import { describe, expect, test } from "vitest"
import { htmlProblems } from "#web/ui/html-check.ts"
import { hiddenFields, testProgram } from "#test/support/program.ts"

const { ask, program } = await testProgram()
const city = { as: "city-officer" }
const list = "/staff/listings"

const query = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await program.ownerPool.query<R>(text, values)).rows

describe("issue 3 line 13: the list of listings", () => {
  test("it is narrowed by state, kind, area, day and words, and counted by state", async () => {
    const every = await ask(list, city)
    expect(every.body).toMatch(/公開中 \d+/)
    const [counted] = await query<{ count: number }>(
      "select count(*)::int as count from listings where first_published_at is not null",
    )
    expect(every.body).toContain(`<strong>${counted?.count}件</strong>`)
    const none = await ask(`${list}?q=zzzz&kind=support&from=2030-01-01`, city)
    expect(none.body).toContain("あてはまる掲載はありません")
    const odd = await ask(`${list}?from=2026-02-30&state=nothing&sort=password&page=-1&area=nowhere`, city)
    expect(odd.status).toBe(200)
    for (const { body } of [every, none, odd]) expect(await htmlProblems(body)).toEqual([])
  })

  test("the file has a row for each that was found, not only for the page", async () => {
    const { body } = await ask(`${list}.csv?columns=number`, city)
    const rows = body.trimEnd().split("\r\n").length - 1
    const [counted] = await query<{ count: number }>(
      "select count(*)::int as count from listings where first_published_at is not null",
    )
    expect(rows).toBe(counted?.count)
    expect(rows).toBeGreaterThan(0)
    expect(await readXlsxFile(Buffer.from(await workbook()))).toMatchObject([{ data: expect.any(Array) }])
  })

  test("many are hidden for one reason after a look at which; the public page says it", async () => {
    const [first, second] = await query<{ id: string }>(
      "select public_id as id from listings where state = 'published' order by id limit 2",
    )
    const ids = [first?.id ?? "", second?.id ?? ""]
    const preview = await ask(`${list}/selection`, { ...city, form: { action: "hiding", chosen: ids } })
    expect(preview.body).toContain("対象：2件")
    expect(await htmlProblems(preview.body)).toEqual([])
    expect((await ask(`/listings/${ids[0]}`)).status).toBe(200)
    const hidden = hiddenFields(preview.body, `${list}/selection/hiding`)
    const without = await ask(`${list}/selection/hiding`, {
      ...city,
      form: { ...hidden, chosen: ids, reason: "" },
    })
    expect(without.status).toBe(422)
    expect((await ask(`/listings/${ids[0]}`)).status).toBe(200)
    const form = { ...hidden, chosen: ids, reason: "同じものが二つあります" }
    expect((await ask(`${list}/selection/hiding`, { ...city, form })).status).toBe(303)
    for (const id of ids) {
      const gone = await ask(`/listings/${id}`)
      expect([gone.status, gone.body.includes("同じものが二つあります")]).toEqual([410, true])
    }
    const again = await ask(`${list}/selection`, { ...city, form: { action: "hiding", chosen: ids } })
    expect(again.body).toContain("対象になるものがありません")
  })

  test("where one of them may not be hidden, none is", async () => {
    const rows = await query<{ id: string; state: string }>(
      "select distinct on (state) public_id as id, state from listings where state in ('published', 'hidden')",
    )
    const ids = rows.map(({ id }) => id)
    const answer = await ask(`${list}/selection/hiding`, { ...city, form: { chosen: ids, reason: "確認中" } })
    expect(answer.status).toBe(409)
    const published = rows.find(({ state }) => state === "published")?.id
    expect((await ask(`/listings/${published}`)).status).toBe(200)
  })
})

const workbook = async (): Promise<ArrayBuffer> => {
  const { app } = program.web()
  const signed = await app.request("http://localhost:3000/demo/sign-in", {
    method: "POST",
    body: new URLSearchParams({ person: "city-officer" }),
  })
  const cookie = signed.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ")
  const response = await app.request(`http://localhost:3000${list}.xlsx`, { headers: { cookie } })
  return response.arrayBuffer()
}

describe("issue 3 line 13: text for the ward's paper", () => {
  test("what is public stands in it, soonest first, in Japanese whatever the officer reads", async () => {
    const { body } = await ask(`${list}/paper?lang=en`, city)
    expect(await htmlProblems(body)).toEqual([])
    const text = (await ask(`${list}.txt`, city)).body
    expect(text.startsWith("■")).toBe(true)
    expect(text).toMatch(/とき　\d+月\d+日\([月火水木金土日]\)/)
    expect(text).toMatch(/午[前後]\d+時/)
    expect(text).toContain("\r\n申込　")
    const titles = [...text.matchAll(/■(.+)\r\n/g)].map(([, title = ""]) => title)
    const rows = await query<{ title: string }>(
      "select title from listings where state = 'published' order by next_at nulls last, id",
    )
    expect(titles).toEqual(rows.map(({ title }) => title))
  })
})
