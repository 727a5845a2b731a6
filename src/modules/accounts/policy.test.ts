import { expect, test } from "vitest"
import { type Actor, anonymous, isAllowed, type Post, type PostRole, systemActor } from "#kernel/actor.ts"
import { auditScope, canChangeOwn, canManagePosts, managedBodies } from "./policy.ts"

const bodies = { city: "c", ward: "w", shakyo: "s" }

const post = (kind: Post["bodyKind"], bodyId: string, role: PostRole, more: Partial<Post> = {}): Post => ({
  id: "p",
  bodyId,
  bodyName: "",
  bodyKind: kind,
  programme: "*",
  role,
  areas: "all",
  ...more,
})

const wearing = (worn: Post): Actor => ({ ...anonymous, accountId: "a", posts: [worn], wearing: worn })

const city = (role: PostRole, more?: Partial<Post>) => wearing(post("city", bodies.city, role, more))
const shakyo = (role: PostRole) => wearing(post("shakyo", bodies.shakyo, role))
const ward = (role: PostRole) => wearing(post("ward-office", bodies.ward, role, { areas: ["27119"] }))

const answer = (actor: Actor, bodyId: string): string => {
  const permission = canManagePosts(actor, { id: bodyId })
  return isAllowed(permission) ? "allowed" : permission
}

test.each([
  ["the City's administrator", city("administrator"), "allowed", "allowed", "allowed"],
  ["the City's manager", city("manager"), "refused", "refused", "refused"],
  [
    "an administrator of one programme",
    city("administrator", { programme: "listings" }),
    "refused",
    "refused",
    "refused",
  ],
  ["the council's administrator", shakyo("administrator"), "hidden", "hidden", "allowed"],
  ["a ward's administrator", ward("administrator"), "hidden", "allowed", "hidden"],
  ["a ward's approver", ward("approver"), "refused", "refused", "refused"],
  ["a person without a hat", { ...anonymous, accountId: "a" }, "refused", "refused", "refused"],
  ["nobody", anonymous, "refused", "refused", "refused"],
  ["the program", systemActor("test"), "allowed", "allowed", "allowed"],
] as const)(
  "X14, X17: %s gives posts of the City, a ward office, the council",
  (_who, actor, ...expected) => {
    expect(Object.values(bodies).map((body) => answer(actor, body))).toEqual(expected)
  },
)

test("X17: a post that is not worn gives nothing", () => {
  const actor = { ...city("administrator"), wearing: null }
  expect(answer(actor, bodies.city)).toBe("refused")
  expect(auditScope(actor)).toBe("none")
})

test.each([
  ["the City's administrator", city("administrator"), "all", "all"],
  ["the City's manager", city("manager"), "all", "none"],
  ["the City's approver", city("approver"), "none", "none"],
  ["the City's manager for one ward", city("manager", { areas: ["27119"] }), { bodyId: "c" }, "none"],
  ["the council's manager", shakyo("manager"), { bodyId: "s" }, "none"],
  ["a ward's manager", ward("manager"), { bodyId: "w" }, "none"],
  ["a ward's administrator", ward("administrator"), { bodyId: "w" }, { bodyId: "w" }],
  ["a ward's officer", ward("officer"), "none", "none"],
  ["nobody", anonymous, "none", "none"],
] as const)("X14, X17: what %s reads of the audit and sees of the posts", (_who, actor, audit, posts) => {
  expect(auditScope(actor)).toEqual(audit)
  expect(managedBodies(actor)).toEqual(posts)
})

test("X17: one changes one's own account only when one is somebody", () => {
  expect(canChangeOwn({ ...anonymous, accountId: "a" })).toEqual({ kind: "person" })
  expect(canChangeOwn(anonymous)).toBe("refused")
})
