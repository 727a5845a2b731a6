import { expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { Invalid, TooMany } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { reading } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"
import { setUpAccounts } from "../auth/auth.ts"
import { usualLimits } from "../auth/limits.ts"
import { peekAtProof, readToken } from "../auth/proofs.ts"
import { createIdentify } from "../auth/sessions.ts"
import { requestSignIn, signInByMail, signInByPassword, signOut } from "./sign-in.ts"
import { setPassword } from "./own-account.ts"

const world = await testWorld()
const auth = setUpAccounts({
  database: world.database,
  sessionSecret: "a secret for tests, long enough to be one",
  baseUrl: "http://localhost:3000",
})
const identify = createIdentify(auth)
const context = world.as(anonymous)
const who = { headers: new Headers({ "user-agent": "a browser" }), client: "203.0.113.1" }

const ask = async (address: string, lang: "ja" | "en" | "ja-easy" = "ja") => {
  const { request } = await requestSignIn(context, { address, lang, next: "" })
  const mail = await world.owner
    .selectFrom("messages")
    .selectAll()
    .where("address", "=", address.toLowerCase())
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow()
  const code = /\d{6}/.exec(mail.subject)?.[0] ?? ""
  const token = /\/sign-in\/link\/(\w+)/.exec(mail.link ?? "")?.[1] ?? ""
  return {
    request,
    mail,
    code,
    token,
    key: readToken(token).key,
    wrong: code === "000000" ? "111111" : "000000",
  }
}

const cookieHeader = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((each) => each.split(";")[0]).join("; ") })

const refusal = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => "let in",
    (error: unknown) => (error instanceof Invalid ? Object.values(error.fields)[0] : error),
  )

const accountsOf = (email: string) =>
  world.owner.selectFrom("accounts").selectAll().where("email", "=", email).execute()

test("acceptance 16: the code of the mail signs in, and the account begins there", async () => {
  const { request, code } = await ask("New@Example.JP")
  expect(await accountsOf("new@example.jp")).toEqual([])
  const signedIn = await signInByMail(context, who, request, { code })
  const person = await identify(cookieHeader(signedIn.cookies))
  expect(person).toMatchObject({ accountId: signedIn.accountId, address: "new@example.jp", lang: "ja" })
  const [account] = await accountsOf("new@example.jp")
  expect(account).toMatchObject({ id: signedIn.accountId, emailVerified: true, name: "" })
})

test("acceptance 16: the link of the same mail signs in too, and knows the account again", async () => {
  const first = await ask("twice@example.jp", "en")
  const second = await ask("twice@example.jp", "ja")
  const byCode = await signInByMail(context, who, first.request, { code: first.code })
  const byLink = await signInByMail(context, who, second.request, { key: second.key })
  expect(byLink.accountId).toBe(byCode.accountId)
  expect(await identify(cookieHeader(byLink.cookies))).toMatchObject({ lang: "en" })
})

test("acceptance 16: one mail lets in once: link and code end with each other", async () => {
  const byCode = await ask("once@example.jp")
  await signInByMail(context, who, byCode.request, { code: byCode.code })
  expect(await refusal(signInByMail(context, who, byCode.request, { code: byCode.code }))).toBe(
    "accounts:error.code-gone",
  )
  expect(await refusal(signInByMail(context, who, byCode.request, { key: byCode.key }))).toBe(
    "accounts:error.code-gone",
  )
})

test("acceptance 16: of several who bring the right code at once, one gets in", async () => {
  const { request, code } = await ask("race@example.jp")
  const tries = [1, 2, 3, 4].map(() => refusal(signInByMail(context, who, request, { code })))
  expect((await Promise.all(tries)).filter((answer) => answer === "let in")).toHaveLength(1)
})

test("acceptance 16: a scanner that opens the link uses nothing up", async () => {
  const { request, token, code } = await ask("scanned@example.jp")
  for (let look = 0; look < 10; look++) {
    const seen = await reading(world, (tx) => peekAtProof(tx, token))
    expect(seen).toEqual({ address: "scanned@example.jp" })
  }
  expect(await refusal(signInByMail(context, who, request, { code }))).toBe("let in")
})

test("acceptance 16: after five wrong codes neither the right code nor the link works", async () => {
  const { request, code, key, wrong } = await ask("guess@example.jp")
  for (let attempt = 1; attempt <= 4; attempt++) {
    expect(await refusal(signInByMail(context, who, request, { code: wrong }))).toBe(
      "accounts:error.code-wrong",
    )
  }
  expect(await refusal(signInByMail(context, who, request, { code: wrong }))).toBe("accounts:error.code-gone")
  expect(await refusal(signInByMail(context, who, request, { code }))).toBe("accounts:error.code-gone")
  expect(await refusal(signInByMail(context, who, request, { key }))).toBe("accounts:error.code-gone")
})

test("acceptance 16: guesses made at once are counted one by one", async () => {
  const { request, code, wrong } = await ask("burst@example.jp")
  await Promise.all(
    Array.from({ length: 5 }, () => refusal(signInByMail(context, who, request, { code: wrong }))),
  )
  expect(await refusal(signInByMail(context, who, request, { code }))).toBe("accounts:error.code-gone")
})

test("acceptance 16: a code of one mail does not open another, and a wrong key opens nothing", async () => {
  const [mine, theirs] = [await ask("mine@example.jp"), await ask("theirs@example.jp")]
  const code = mine.code === theirs.code ? theirs.wrong : mine.code
  expect(await refusal(signInByMail(context, who, theirs.request, { code }))).toBe(
    "accounts:error.code-wrong",
  )
  expect(await refusal(signInByMail(context, who, theirs.request, { key: mine.key }))).toBe(
    "accounts:error.code-wrong",
  )
  expect(await reading(world, (tx) => peekAtProof(tx, `${theirs.request}${mine.key}`))).toBeNull()
})

test("acceptance 16: ten minutes later the mail is worth nothing", async () => {
  const { request, token, code } = await ask("late@example.jp")
  const { expiresAt, createdAt } = await world.owner
    .selectFrom("accountVerifications")
    .selectAll()
    .where("identifier", "like", `%${request}`)
    .executeTakeFirstOrThrow()
  expect(createdAt.until(expiresAt).total("minutes")).toBe(10)
  await world.owner
    .updateTable("accountVerifications")
    .set({ expiresAt: Temporal.Now.instant().subtract({ seconds: 1 }) })
    .where("identifier", "like", `%${request}`)
    .execute()
  expect(await refusal(signInByMail(context, who, request, { code }))).toBe("accounts:error.code-gone")
  expect(await reading(world, (tx) => peekAtProof(tx, token))).toBeNull()
})

test("acceptance 16: the mail goes to one address, in the asked language, and no address stands in its link", async () => {
  const { mail, code } = await ask("Easy@example.jp", "ja-easy")
  expect(mail).toMatchObject({
    address: "easy@example.jp",
    lang: "ja-easy",
    subject: `【えにし 大阪】数字は ${code} です`,
  })
  expect(mail.body).not.toContain("|")
  expect(mail.link).toMatch(/^http:\/\/localhost:3000\/sign-in\/link\/[a-z0-9]{48}\?lang=ja-easy$/)
})

test("acceptance 16: asking for a known and for an unknown address looks the same", async () => {
  const known = await ask("known@example.jp")
  await signInByMail(context, who, known.request, { code: known.code })
  const [again, unknown] = [await ask("known@example.jp"), await ask("unknown@example.jp")]
  const shape = (asked: Awaited<ReturnType<typeof ask>>) => ({
    answer: asked.request.replaceAll(/\w/g, "x"),
    mail: asked.mail.body.replaceAll(/\d/g, "0"),
  })
  expect(shape(again)).toEqual(shape(unknown))
})

test("the table of proofs holds neither code nor key", async () => {
  const { request, code, key } = await ask("stolen@example.jp")
  const { value } = await world.owner
    .selectFrom("accountVerifications")
    .select("value")
    .where("identifier", "like", `%${request}`)
    .executeTakeFirstOrThrow()
  expect(value).not.toContain(key)
  expect(value).not.toContain(`"${code}"`)
  expect(JSON.parse(value)).toMatchObject({ address: "stolen@example.jp", tries: 0 })
})

test("acceptance 9: the form for the mail posted twice with its key sends one mail", async () => {
  const keyed = world.as(anonymous, newId())
  const input = { address: "double@example.jp", lang: "ja", next: "" } as const
  const [one, two] = await Promise.all([requestSignIn(keyed, input), requestSignIn(keyed, input)])
  expect(one).toEqual(two)
  const mails = await world.owner
    .selectFrom("messages")
    .select("id")
    .where("address", "=", "double@example.jp")
    .execute()
  expect(mails).toHaveLength(1)
})

const signedInAs = async (address: string) => {
  const { request, code } = await ask(address)
  const signedIn = await signInByMail(context, who, request, { code })
  return { ...signedIn, headers: cookieHeader(signedIn.cookies) }
}

const actorOf = (accountId: string) => world.as({ ...anonymous, accountId })

test("acceptance 16: by address and password, in any spelling of the address", async () => {
  const { accountId, headers } = await signedInAs("password@example.jp")
  await setPassword(actorOf(accountId), headers, "うめ さくら もみじ")
  const signedIn = await signInByPassword(context, who, {
    address: "Password@Example.jp",
    password: "うめ さくら もみじ",
  })
  expect(await identify(cookieHeader(signedIn.cookies))).toMatchObject({ accountId })
})

test("acceptance 16: a wrong password, an unknown address and an account without password are refused alike", async () => {
  const { accountId, headers } = await signedInAs("guarded@example.jp")
  await setPassword(actorOf(accountId), headers, "a long enough one")
  await signedInAs("without@example.jp")
  for (const address of ["guarded@example.jp", "nobody@example.jp", "without@example.jp"]) {
    const attempt = signInByPassword(context, who, { address, password: "not the right one" })
    expect(await refusal(attempt)).toBe("accounts:error.password-wrong")
  }
})

test("acceptance 16: a forgotten password is set anew after signing in by mail, which ends the other sessions", async () => {
  const old = await signedInAs("forgot@example.jp")
  await setPassword(actorOf(old.accountId), old.headers, "the forgotten one")
  const fresh = await signedInAs("forgot@example.jp")
  await setPassword(actorOf(fresh.accountId), fresh.headers, "the remembered one")
  expect(await identify(old.headers)).toBeNull()
  expect(await identify(fresh.headers)).toMatchObject({ accountId: fresh.accountId })
  const sign = (password: string) =>
    refusal(signInByPassword(context, who, { address: "forgot@example.jp", password }))
  expect(await sign("the forgotten one")).toBe("accounts:error.password-wrong")
  expect(await sign("the remembered one")).toBe("let in")
  const told = await world.owner
    .selectFrom("messages")
    .select("template")
    .where("address", "=", "forgot@example.jp")
    .where("template", "=", "accounts.password-set")
    .execute()
  expect(told).toHaveLength(2)
})

test("a session that is not fresh sets no password", async () => {
  const { accountId, headers } = await signedInAs("stale@example.jp")
  await world.owner
    .updateTable("accountSessions")
    .set({ createdAt: Temporal.Now.instant().subtract({ hours: 2 }) })
    .where("userId", "=", accountId)
    .execute()
  await expect(setPassword(actorOf(accountId), headers, "a long enough one")).rejects.toMatchObject({
    say: "accounts:error.not-fresh",
  })
})

test("acceptance 16: signing out ends the session", async () => {
  const { headers } = await signedInAs("leaving@example.jp")
  const cookies = await signOut(context, headers)
  expect(await identify(headers)).toBeNull()
  expect(cookies.join()).toMatch(/enishi\.session_token=;.*Max-Age=0/)
})

test("X16: signing in and out is audited with its way, and no address stands in the audit", async () => {
  const { accountId, headers } = await signedInAs("audited@example.jp")
  await signOut(context, headers)
  const events = await world.owner
    .selectFrom("auditEvents")
    .innerJoin("auditPayloads", "auditPayloads.eventId", "auditEvents.id")
    .select(["verb", "hat", "payload"])
    .where("accountId", "=", accountId)
    .orderBy("auditEvents.id")
    .execute()
  expect(events).toEqual([
    { verb: "accounts.sign-in", hat: "person", payload: { method: "code", first: true } },
    { verb: "accounts.sign-out", hat: "person", payload: {} },
  ])
})

test("acceptance 16: after too many passwords for one account the same client waits, and somebody else does not", async () => {
  const { accountId, headers } = await signedInAs("tried@example.jp")
  await setPassword(actorOf(accountId), headers, "a long enough one")
  const sign = (client: string, password: string) =>
    refusal(signInByPassword(context, { ...who, client }, { address: "tried@example.jp", password }))
  for (let attempt = 0; attempt < usualLimits.password.pair.points; attempt++)
    await sign("203.0.113.9", "no such one")
  const answer = await sign("203.0.113.9", "a long enough one")
  expect(answer).toBeInstanceOf(TooMany)
  expect((answer as TooMany).retryAfter).toBeGreaterThan(60)
  expect(await sign("198.51.100.7", "a long enough one")).toBe("let in")
})
