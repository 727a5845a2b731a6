import { expect, test } from "vitest"
import { type Actor, anonymous, systemActor } from "#kernel/actor.ts"
import { Forbidden, Invalid, NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { reading, working } from "#kernel/transaction.ts"
import { listBodies } from "#modules/places"
import { testWorld } from "#test/support/database.ts"
import { setUpAccounts } from "../auth/auth.ts"
import { readToken } from "../auth/proofs.ts"
import { accountFor } from "../auth/people.ts"
import { listPosts, officersOf, postsOf } from "../queries/posts.ts"
import { inviteAdministrator } from "./invite.ts"
import { endPost, grantPost, type PostInput, withdrawPost } from "./posts.ts"
import { signInByMail } from "./sign-in.ts"

const world = await testWorld({ now: "2026-06-10T10:00:00+09:00" })
setUpAccounts({ database: world.database, sessionSecret: "x".repeat(40), baseUrl: "http://localhost:3000" })
const program = world.as(systemActor("test"))
const bodies = await reading(world, listBodies)
const body = (slug: string) => bodies.find((each) => each.slug === slug)!
const day = (text: string) => Temporal.PlainDate.from(text)
const today = day("2026-06-10")
const areaCode = (slug: string): string => program.city.areas.find((area) => area.slug === slug)!.code
const [abeno, hirano] = [areaCode("abeno"), areaCode("hirano")]

const input = (address: string, more: Partial<PostInput> = {}): PostInput => ({
  address,
  bodyId: body("abeno-ward-office").id,
  programme: "*",
  role: "officer",
  areaCodes: null,
  from: day("2026-04-01"),
  to: null,
  ...more,
})

const hatsOf = (accountId: string, on = today) => reading(world, (tx) => postsOf(tx, accountId, on))

/** Somebody who wears the first hat of an account made for it. */
const holder = async (address: string, more: Partial<PostInput> = {}): Promise<Actor> => {
  const { accountId } = await grantPost(program, { ...input(address, more), tell: false })
  const posts = await hatsOf(accountId)
  return { ...anonymous, accountId, name: address, address, posts, wearing: posts[0] ?? null }
}

const administrator = await holder("administrator@example.jp", {
  bodyId: body("city").id,
  role: "administrator",
})

const fieldsOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof Invalid ? error.fields : error),
  )

test("X18: a post is worn from its first day to its last, both included", async () => {
  const { accountId } = await grantPost(
    world.as(administrator),
    input("dated@example.jp", { from: day("2026-06-15"), to: day("2026-06-20"), areaCodes: [abeno] }),
  )
  const counts = []
  for (const on of ["2026-06-14", "2026-06-15", "2026-06-20", "2026-06-21"])
    counts.push((await hatsOf(accountId, day(on))).length)
  expect(counts).toEqual([0, 1, 1, 0])
  const [hat] = await hatsOf(accountId, day("2026-06-15"))
  expect(hat).toMatchObject({
    bodyName: body("abeno-ward-office").name,
    bodyKind: "ward-office",
    role: "officer",
    areas: [abeno],
  })
})

test("X17: only an administrator's hat gives posts", async () => {
  const manager = await holder("manager@example.jp", { bodyId: body("city").id, role: "manager" })
  await expect(grantPost(world.as(manager), input("x@example.jp"))).rejects.toThrow(Forbidden)
  await expect(
    grantPost(world.as({ ...administrator, wearing: null }), input("x@example.jp")),
  ).rejects.toThrow(Forbidden)
  await expect(grantPost(world.as(anonymous), input("x@example.jp"))).rejects.toThrow(Forbidden)
  expect(
    await world.owner.selectFrom("accounts").select("id").where("email", "=", "x@example.jp").execute(),
  ).toEqual([])
})

test("X14: the council's administrator gives posts of the council and not of the City", async () => {
  const council = await holder("council@example.jp", { bodyId: body("shakyo").id, role: "administrator" })
  await expect(grantPost(world.as(council), input("y@example.jp"))).rejects.toThrow(NotFound)
  const granted = await grantPost(world.as(council), input("y@example.jp", { bodyId: body("shakyo").id }))
  expect(await hatsOf(granted.accountId)).toHaveLength(1)
})

test("X16: who gave which post under which hat is written down, and the person is told", async () => {
  const { id, accountId } = await grantPost(
    world.as(administrator),
    input("told@example.jp", { to: day("2027-03-31") }),
  )
  const event = await world.owner
    .selectFrom("auditEvents")
    .innerJoin("auditPayloads", "auditPayloads.eventId", "auditEvents.id")
    .select(["accountId", "hat", "verb", "payload"])
    .where("subjectId", "=", id)
    .executeTakeFirstOrThrow()
  expect(event).toEqual({
    accountId: administrator.accountId,
    hat: `post:administrator:*:${body("city").id}:${administrator.wearing?.id}`,
    verb: "accounts.grant-post",
    payload: {
      account: accountId,
      body: "abeno-ward-office",
      programme: "*",
      role: "officer",
      areas: null,
      from: "2026-04-01",
      to: "2027-03-31",
    },
  })
  const mail = await world.owner
    .selectFrom("messages")
    .selectAll()
    .where("address", "=", "told@example.jp")
    .executeTakeFirstOrThrow()
  expect(mail).toMatchObject({ template: "accounts.post", accountId, bodyId: body("abeno-ward-office").id })
  expect(mail.subject).toBe("【えにし 大阪】大阪市阿倍野区役所の担当になりました")
  expect(mail.link).toBe("http://localhost:3000/staff")
})

test("a post that ends before it begins, twice the same post, and an unknown area are refused at their fields", async () => {
  const admin = world.as(administrator)
  expect(await fieldsOf(grantPost(admin, input("z@example.jp", { to: day("2026-03-31") })))).toEqual({
    to: "accounts:error.to-before-from",
  })
  expect(await fieldsOf(grantPost(admin, input("z@example.jp", { areaCodes: ["99999"] })))).toEqual({
    areas: "web:error.choice",
  })
  expect(await fieldsOf(grantPost(admin, input("z@example.jp", { to: day("2026-12-31") })))).toBe("done")
  expect(await fieldsOf(grantPost(admin, input("z@example.jp", { from: day("2026-12-31") })))).toEqual({
    from: "accounts:error.post-twice",
  })
  expect(await fieldsOf(grantPost(admin, input("z@example.jp", { from: day("2027-01-01") })))).toBe("done")
})

test("acceptance 9: the form posted twice with its key gives one post", async () => {
  const keyed = world.as(administrator, newId())
  const [one, two] = await Promise.all([
    grantPost(keyed, input("key@example.jp")),
    grantPost(keyed, input("key@example.jp")),
  ])
  expect(one).toEqual(two)
  expect(await hatsOf(one.accountId)).toHaveLength(1)
})

test("X18: a post ends on its last day; one set ahead can be taken back", async () => {
  const admin = world.as(administrator)
  const running = await grantPost(admin, input("ending@example.jp"))
  expect(await fieldsOf(endPost(admin, { id: running.id, to: day("2026-03-31") }))).toEqual({
    to: "accounts:error.to-before-from",
  })
  await endPost(admin, { id: running.id, to: today })
  expect(await hatsOf(running.accountId, today)).toHaveLength(1)
  expect(await hatsOf(running.accountId, today.add({ days: 1 }))).toEqual([])
  await expect(withdrawPost(admin, { id: running.id })).rejects.toMatchObject({ say: "web:error.moved-on" })
  const ahead = await grantPost(admin, input("ahead@example.jp", { from: day("2027-04-01") }))
  await withdrawPost(admin, { id: ahead.id })
  expect(await hatsOf(ahead.accountId, day("2027-04-01"))).toEqual([])
})

test("X17: nobody ends a post of a body that the own hat does not manage", async () => {
  const council = await holder("council2@example.jp", { bodyId: body("shakyo").id, role: "administrator" })
  const { id } = await grantPost(program, input("kept@example.jp"))
  await expect(endPost(world.as(council), { id, to: today })).rejects.toThrow(NotFound)
  await expect(endPost(world.as({ ...council, wearing: null }), { id, to: today })).rejects.toThrow(Forbidden)
})

test("the City's last administrator stays until there is another", async () => {
  const admin = world.as(administrator)
  const end = () => endPost(admin, { id: administrator.wearing!.id, to: today })
  expect(await fieldsOf(end())).toEqual({ to: "accounts:error.last-administrator" })
  await grantPost(
    program,
    input("deputy@example.jp", { bodyId: body("city").id, role: "administrator", from: day("2026-06-11") }),
  )
  expect(await fieldsOf(end())).toBe("done")
})

test("X17: mail for an area goes to the officers whose posts cover it on that day", async () => {
  const office = body("hirano-ward-office").id
  const at = (address: string, more: Partial<PostInput>) =>
    grantPost(program, { ...input(address, { bodyId: office, ...more }), tell: false })
  await at("whole@example.jp", { areaCodes: null })
  await at("here@example.jp", { areaCodes: [hirano], role: "approver" })
  await at("elsewhere@example.jp", { areaCodes: [abeno] })
  await at("viewer@example.jp", { role: "viewer" })
  await at("gone@example.jp", { to: day("2026-05-31") })
  await at("other-programme@example.jp", { programme: "grants" })
  await at("boss@example.jp", { role: "administrator" })
  const addresses = async (programme?: string) =>
    (await reading(world, (tx) => officersOf(tx, office, hirano, today, programme)))
      .map((each) => each.address)
      .toSorted()
  expect(await addresses("organisations")).toEqual(["here@example.jp", "whole@example.jp"])
  expect(await addresses()).toEqual(["here@example.jp", "other-programme@example.jp", "whole@example.jp"])
})

test("where nobody else answers, mail goes to the administrator", async () => {
  const office = body("committee").id
  await grantPost(program, {
    ...input("alone@example.jp", { bodyId: office, role: "administrator" }),
    tell: false,
  })
  const found = await reading(world, (tx) => officersOf(tx, office, null, today))
  expect(found.map((each) => each.address)).toEqual(["alone@example.jp"])
})

test("posts are listed by body, those that are over apart from those that run or come", async () => {
  const office = body("abeno-centre").id
  const at = (address: string, more: Partial<PostInput>) =>
    grantPost(program, { ...input(address, { bodyId: office, ...more }), tell: false })
  await at("l1@example.jp", { to: day("2026-06-09") })
  await at("l2@example.jp", { to: day("2026-06-10") })
  await at("l3@example.jp", { from: day("2027-04-01") })
  const list = async (when: "now" | "past") =>
    reading(world, (tx) => listPosts(tx, { bodyId: office, when, today }, 1))
  expect(await list("past")).toMatchObject({ total: 1 })
  expect((await list("now")).rows.map((row) => row.validFrom.toString())).toEqual([
    "2027-04-01",
    "2026-04-01",
  ])
})

test("an invited administrator signs in once by the link and wears the City's hat", async () => {
  const { accountId, link } = await inviteAdministrator(program, "First@Example.jp")
  const mail = await world.owner
    .selectFrom("messages")
    .selectAll()
    .where("address", "=", "first@example.jp")
    .executeTakeFirstOrThrow()
  expect(mail.link).toBe(link)
  const { request, key } = readToken(link.split("/").at(-1) ?? "")
  const who = { headers: new Headers({ "user-agent": "x" }), client: "c" }
  const signedIn = await signInByMail(world.as(anonymous), who, request, { key })
  expect(signedIn).toMatchObject({ accountId, next: "/staff" })
  expect(await hatsOf(accountId)).toMatchObject([{ role: "administrator", bodyKind: "city", areas: "all" }])
  const again = await inviteAdministrator(program, "first@example.jp")
  expect(again.accountId).toBe(accountId)
  expect(await hatsOf(accountId)).toHaveLength(1)
})

test("X17: only the command line invites administrators, and only to an address", async () => {
  await expect(inviteAdministrator(world.as(administrator), "a@example.jp")).rejects.toThrow(Forbidden)
  for (const nonsense of ["nonsense", "x:first@example.jp", "first@example.jp/", ""])
    await expect(inviteAdministrator(program, nonsense)).rejects.toThrow(Invalid)
})

test("one address is one account, however it is written and however often at once", async () => {
  const made = await Promise.all(
    ["Same@example.jp", "same@EXAMPLE.jp", "ｓａｍｅ@example.jp"].map((address) =>
      working(program, "test.account", (work) => accountFor(work, { address })),
    ),
  )
  expect(new Set(made.map((each) => each.id)).size).toBe(1)
  expect(made.filter((each) => each.isNew)).toHaveLength(1)
})
