import { setTimeout as sleep } from "node:timers/promises"
import type pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPool } from "#kernel/database/database.ts"
import { type EmbeddedDatabase, startEmbedded } from "#kernel/database/embedded.ts"
import { type Environment, type Running, startProgram } from "./support/running.ts"
import { type Visitor, visitor } from "./support/visitor.ts"
import { ownDataDir } from "./support/world.ts"

describe("issue 2 line 11: two processes on one database", () => {
  const dataDir = ownDataDir("demo")
  let embedded: EmbeddedDatabase
  let database: pg.Pool
  let env: Environment
  let both: readonly Running[] = []
  let one: Visitor
  let other: Visitor
  let officer: Visitor
  let listing: { id: string; title: string; organisation: string }

  const web = async (more: Environment = {}): Promise<Running> => {
    const running = await startProgram({
      dataDir: ownDataDir("empty"),
      word: "web",
      env: { ...env, ...more },
    })
    return running
  }

  beforeAll(async () => {
    embedded = await startEmbedded({ dataDir })
    const { host, user, database: name } = embedded.connection
    env = {
      DATABASE_URL: `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`,
      DEMO: "1",
      SESSION_SECRET: "one secret for both processes, long enough",
    }
    database = openPool(embedded.connection, "owner", 2)
    const [first, second] = [await web(), await web()]
    both = [first, second]
    one = await visitor(first.url)
    other = await visitor(second.url)
    officer = await visitor(first.url, "city-officer")
    const { rows } = await database.query<{ id: string; title: string; organisation: string }>(
      `select l.public_id as id, l.title, o.public_id as organisation from listings l
       join organisations o on o.id = l.organisation_id
       where l.state = 'published' and l.next_at is not null order by l.next_at limit 1`,
    )
    if (!rows[0]) throw new Error("the demo has no listing of a group that is still to come")
    listing = rows[0]
  })

  afterAll(async () => {
    await Promise.all(both.map((running) => running.stop()))
    await database.end()
    await embedded.stop()
  })

  const paths = () => [
    `/listings/${listing.id}`,
    `/listings?q=${encodeURIComponent(listing.title)}`,
    `/organisations/${listing.organisation}`,
    "/",
  ]

  test("each keeps the pages it made: without a stamp no page is read from the database again", async () => {
    const before = await Promise.all(paths().map((path) => other.get(path)))
    await database.query("update listings set title = title || '（書きかえ）' where public_id = $1", [
      listing.id,
    ])
    for (const [at, path] of paths().entries()) {
      const kept = await other.get(path)
      expect([path, kept.status, kept.body === before[at]?.body]).toEqual([path, 200, true])
    }
    expect((await one.get(`/listings/${listing.id}`)).body).toContain("（書きかえ）")
    await database.query("update listings set title = $2 where public_id = $1", [listing.id, listing.title])
    await database.query(
      "insert into page_stamps values ('everything', 7) on conflict (tag) do update set version = page_stamps.version + 7",
    )
    expect((await one.get(`/listings/${listing.id}`)).body).not.toContain("（書きかえ）")
  })

  test("what is hidden in one is gone from the other at the very next request, thirty times", async () => {
    const [page = "", search = "", group = ""] = paths()
    const act = (name: string, form: Record<string, string>) =>
      officer.send(`/staff/listings/${listing.id}`, `/staff/listings/${listing.id}/${name}`, form)
    const stale: string[] = []
    const note = (round: number, what: string, right: boolean) =>
      void (right || stale.push(`${round}: ${what}`))
    const link = `href="/listings/${listing.id}`

    // Others read all the while, so that pages are made and kept at every moment of a change.
    let reading = true
    const readers = [page, search, group].map(async (path) => {
      while (reading) await other.get(path)
    })
    for (let round = 0; round < 30; round++) {
      const hidden = await act("hiding", { reason: "内容を確認しています。" })
      expect(hidden.status).toBe(303)
      note(round, "page still there", (await other.get(page)).status === 410)
      note(round, "found by the search", !(await other.get(search)).body.includes(link))
      note(round, "on the group's page", !(await other.get(group)).body.includes(link))
      expect((await act("reinstatement", {})).status).toBe(303)
      note(round, "page not back", (await other.get(page)).status === 200)
      note(round, "not found again", (await other.get(search)).body.includes(link))
      note(round, "not on the group's page", (await other.get(group)).body.includes(link))
    }
    reading = false
    await Promise.all(readers)
    expect(stale).toEqual([])
  })

  test("a page that is kept until midnight says another thing after it", async () => {
    const late = await web({ ENISHI_NOW: "2026-06-10T23:59:55+09:00" })
    const reader = await visitor(late.url)
    const today = await reader.get("/")
    expect(today.body).toContain("6月10日")
    expect((await reader.get("/")).body).toBe(today.body)
    await sleep(6000 - Math.min(late.readyAfter, 4000))
    await expect.poll(async () => (await reader.get("/")).body === today.body, { timeout: 4000 }).toBe(false)
    await late.stop()
  })

  test("a listing leaves the list at the moment it is over, though its page was kept", async () => {
    const { rows } = await database.query<{ id: string; title: string; over: Temporal.Instant }>(
      `select public_id as id, title, next_over_at as over from listings
       where state = 'published' and ends_at = next_over_at and next_over_at > '2026-06-11' order by next_over_at limit 1`,
    )
    const last = rows[0]
    if (!last) throw new Error("the demo has no listing that ends")
    const late = await web({ ENISHI_NOW: last.over.subtract({ seconds: 4 }).toString() })
    const reader = await visitor(late.url)
    const search = `/listings?q=${encodeURIComponent(last.title)}`
    const link = `href="/listings/${last.id}`
    expect((await reader.get(search)).body).toContain(link)
    const before = (await reader.get(`/listings/${last.id}`)).body
    await expect
      .poll(async () => (await reader.get(search)).body.includes(link), { timeout: 6000 })
      .toBe(false)
    const after = (await reader.get(`/listings/${last.id}`)).body
    expect(after).not.toBe(before)
    expect(after).toContain("終わりました")
    await late.stop()
  })
})
