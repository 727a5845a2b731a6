import { getAuthTables } from "better-auth/db"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { TooMany } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { reading, working } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"
import { authOf, optionsOf, setUpAccounts } from "./auth/auth.ts"
import { createLimits, type LimitsOptions, usualLimits } from "./auth/limits.ts"
import { createIdentify, deleteSessions, listSessions, sweepAuth } from "./auth/sessions.ts"

const world = await testWorld()
const settings = {
  database: world.database,
  sessionSecret: "a secret for tests, long enough to be one",
  baseUrl: "https://enishi.example.jp",
}
const auth = setUpAccounts(settings)
const identify = createIdentify(auth)

const newAccount = async (email: string): Promise<string> => {
  const id = newId()
  await world.owner.insertInto("accounts").values({ id, email, name: "森 さくら" }).execute()
  return id
}

const open = async (accountId: string, headers = new Headers({ "user-agent": "a browser" })) => {
  const cookies = await auth.openSession(headers, accountId)
  return { cookies, headers: new Headers({ cookie: cookies.map((each) => each.split(";")[0]).join("; ") }) }
}

test("better-auth finds every column that it knows in our migration", async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public'`.execute(world.owner)
  const there = new Set(rows.map((row) => row.name))
  const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const wanted = Object.values(getAuthTables(optionsOf(settings))).flatMap((table) =>
    ["id", ...Object.entries(table.fields).map(([name, field]) => field.fieldName ?? name)].map(
      (name) => `${table.modelName}.${snake(name)}`,
    ),
  )
  expect(wanted.length).toBeGreaterThan(25)
  expect(wanted.filter((name) => !there.has(name))).toEqual([])
})

test("a session lasts thirty days, in a cookie that no script and no other site can use", async () => {
  const { cookies } = await open(await newAccount("cookie@example.jp"))
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatch(/^__Secure-enishi\.session_token=/)
  for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", `Max-Age=${30 * 86_400}`])
    expect(cookies[0]).toContain(part)
})

test("a cookie that was changed, made up or signed with another secret is nobody's", async () => {
  const { headers } = await open(await newAccount("forged@example.jp"))
  const cookie = headers.get("cookie")!
  const [name = "", value = ""] = cookie.split("=")
  expect(await identify(headers)).not.toBeNull()
  expect(
    await identify(new Headers({ cookie: `${name}=${value.slice(0, 20)}x${value.slice(21)}` })),
  ).toBeNull()
  expect(await identify(new Headers({ cookie: `${name}=${value.split(".")[0]}` }))).toBeNull()
  expect(await identify(new Headers({ cookie: `${name}=` }))).toBeNull()
  expect(await identify(new Headers())).toBeNull()
})

test("acceptance 16: sessions are listed with their devices and end one by one or all but one", async () => {
  const accountId = await newAccount("sessions@example.jp")
  const [phone, desk] = [
    await open(accountId, new Headers({ "user-agent": "phone" })),
    await open(accountId, new Headers({ "user-agent": "desk" })),
  ]
  const list = () => reading(world, (tx) => listSessions(tx, accountId))
  const sessions = await list()
  expect(sessions.map((session) => session.userAgent).toSorted()).toEqual(["desk", "phone"])
  const deskId = sessions.find((session) => session.userAgent === "desk")!.id
  const ended = await working(world.as(anonymous), "test.end", (work) =>
    deleteSessions(work, accountId, { allBut: deskId }),
  )
  expect(ended).toBe(1)
  expect(await identify(phone.headers)).toBeNull()
  expect(await identify(desk.headers)).toMatchObject({ accountId, name: "森 さくら" })
})

test("nobody ends a session of somebody else", async () => {
  const [mine, theirs] = [await newAccount("me@example.jp"), await newAccount("them@example.jp")]
  const { headers } = await open(theirs)
  const [session] = await reading(world, (tx) => listSessions(tx, theirs))
  const ended = await working(world.as(anonymous), "test.end", (work) =>
    deleteSessions(work, mine, { id: session!.id }),
  )
  expect(ended).toBe(0)
  expect(await identify(headers)).not.toBeNull()
})

test("no address of a client is kept with a session", async () => {
  const accountId = await newAccount("private@example.jp")
  await open(accountId, new Headers({ "x-forwarded-for": "203.0.113.5", "user-agent": "x" }))
  const row = await world.owner
    .selectFrom("accountSessions")
    .select("ipAddress")
    .where("userId", "=", accountId)
    .executeTakeFirstOrThrow()
  expect(row.ipAddress ?? "").toBe("")
})

test("what has run out is swept, and what runs stays", async () => {
  const accountId = await newAccount("swept@example.jp")
  const { headers } = await open(accountId)
  await open(accountId, new Headers({ "user-agent": "old" }))
  await world.owner
    .updateTable("accountSessions")
    .set({ expiresAt: Temporal.Now.instant().subtract({ hours: 1 }) })
    .where("userAgent", "=", "old")
    .execute()
  await working(world.as(anonymous), "test.sweep", sweepAuth)
  const left = await world.owner
    .selectFrom("accountSessions")
    .selectAll()
    .where("userId", "=", accountId)
    .execute()
  expect(left.map((row) => row.userAgent)).toEqual(["a browser"])
  expect(await identify(headers)).not.toBeNull()
})

test("a database that was not set up has no sign-in", () => {
  expect(() => authOf({ database: world.owner })).toThrow("setUpAccounts")
})

/** Limits that differ in one scope only, under names of their own. */
const limitsWith = (scope: keyof LimitsOptions["mail"], points: number) =>
  createLimits(world.database, {
    ...usualLimits,
    mail: {
      pair: { points: 1000, seconds: 600 },
      account: { points: 1000, seconds: 600 },
      client: { points: 1000, seconds: 600 },
      all: { points: 1000, seconds: 600 },
      [scope]: { points, seconds: 600 },
    },
  })

const allowed = async (limits: ReturnType<typeof createLimits>, client: string, account: string) => {
  try {
    await limits.count("mail", { client, account })
    return true
  } catch (error) {
    if (error instanceof TooMany) return false
    throw error
  }
}

test("acceptance 16: one client and one account together are limited tightly", async () => {
  const limits = limitsWith("pair", 2)
  expect(await allowed(limits, "office", "a@example.jp")).toBe(true)
  expect(await allowed(limits, "office", "a@example.jp")).toBe(true)
  expect(await allowed(limits, "office", "a@example.jp")).toBe(false)
  expect(await allowed(limits, "office", "b@example.jp")).toBe(true)
  expect(await allowed(limits, "home", "a@example.jp")).toBe(true)
})

test("acceptance 16: one account is limited over all clients", async () => {
  const limits = limitsWith("account", 2)
  for (const client of ["a1", "a2"]) expect(await allowed(limits, client, "c@example.jp")).toBe(true)
  expect(await allowed(limits, "a3", "c@example.jp")).toBe(false)
})

test("acceptance 16: one client is limited over all accounts", async () => {
  const limits = limitsWith("client", 2)
  for (const account of ["d", "e"]) expect(await allowed(limits, "spray", account)).toBe(true)
  expect(await allowed(limits, "spray", "f")).toBe(false)
  expect(await allowed(limits, "neighbour", "f")).toBe(true)
})

test("acceptance 16: a breaker limits everybody together", async () => {
  await world.owner.deleteFrom("attemptLimits").execute()
  const limits = limitsWith("all", 2)
  for (const name of ["x1", "x2"]) expect(await allowed(limits, name, name)).toBe(true)
  expect(await allowed(limits, "x3", "x3")).toBe(false)
})

test("a whole ward office behind one address signs in without waiting", () => {
  expect(usualLimits.mail.client.points).toBeGreaterThanOrEqual(200)
  expect(usualLimits.mail.pair.points).toBeLessThan(10)
})

test("the table of attempts names neither client nor account", async () => {
  await allowed(limitsWith("pair", 5), "198.51.100.200", "private@example.jp")
  const rows = await world.owner.selectFrom("attemptLimits").selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(/private|198\.51/)
})

test("who got in starts anew", async () => {
  const limits = limitsWith("pair", 1)
  const attempt = { client: "forgiven", account: "g@example.jp" }
  expect(await allowed(limits, attempt.client, attempt.account)).toBe(true)
  await limits.forgive("mail", attempt)
  expect(await allowed(limits, attempt.client, attempt.account)).toBe(true)
  expect(await allowed(limits, attempt.client, attempt.account)).toBe(false)
})

test.each(["mail", "code", "password"] as const)(
  "acceptance 16: %s: a stranger at one client never uses up what an account may do from anywhere",
  (kind) => {
    const { pair, account } = usualLimits[kind]
    // Windows of a pair may begin just before those of the account.
    const windows = Math.ceil(account.seconds / pair.seconds) + 1
    expect(account.points).toBeGreaterThan(pair.points * windows)
    expect(account.seconds).toBeLessThanOrEqual(3600)
  },
)
