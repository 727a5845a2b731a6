import { expect, test } from "vitest"
import {
  type Actor,
  anonymous,
  authorise,
  hatName,
  isAllowed,
  memberHat,
  ownHat,
  type Post,
  postHat,
  type PostRole,
  systemActor,
} from "#kernel/actor.ts"
import { Forbidden, NotFound } from "#kernel/errors.ts"

const roles: readonly PostRole[] = ["viewer", "officer", "approver", "manager", "administrator"]
const post = (change: Partial<Post> = {}): Post => ({
  id: "p1",
  bodyId: "b1",
  bodyName: "阿倍野区役所",
  bodyKind: "ward-office",
  programme: "organisations",
  role: "officer",
  areas: ["271195"],
  ...change,
})
const wearing = (worn: Post | null, posts: readonly Post[] = worn ? [worn] : []): Actor => ({
  ...anonymous,
  accountId: "a1",
  posts,
  wearing: worn,
})

test("X17: a post reaches as far as its role, its programme and its areas", () => {
  for (const [held, role] of roles.entries())
    for (const [asked, least] of roles.entries()) {
      const hat = postHat(wearing(post({ role })), "organisations", least, "271195")
      expect(hat !== null, `${role} as ${least}`).toBe(held >= asked)
    }
  const at = (change: Partial<Post>, programme: string, area: string | null) =>
    postHat(wearing(post(change)), programme, "officer", area) !== null
  expect(at({}, "listings", "271195")).toBe(false)
  expect(at({ programme: "*" }, "listings", "271195")).toBe(true)
  expect(at({}, "organisations", "271268")).toBe(false)
  expect(at({ areas: "all" }, "organisations", "271268")).toBe(true)
  expect(at({}, "organisations", null)).toBe(true)
  expect(at({ areas: [] }, "organisations", "271195")).toBe(false)
})

test("X17: a post that is held but not worn is no hat", () => {
  expect(postHat(wearing(null, [post()]), "organisations", "viewer", null)).toBeNull()
  expect(postHat(anonymous, "organisations", "viewer", null)).toBeNull()
  expect(postHat(systemActor("job"), "organisations", "viewer", null)).toBeNull()
})

test("X17: a membership is a hat for its own organisation only", () => {
  const membership = { organisationId: "o1", organisationName: "緑の会", role: "editor" } as const
  const actor = { ...wearing(null), memberships: [membership] }
  expect(memberHat(actor, "o1")).toEqual({ kind: "member", membership })
  expect(memberHat(actor, "o2")).toBeNull()
  expect(hatName(memberHat(actor, "o1") ?? ownHat(actor))).toBe("member:editor:o1")
})

test("X16: every hat has a name that can be read years later", () => {
  expect(hatName(ownHat(anonymous))).toBe("anonymous")
  expect(hatName(ownHat(wearing(null)))).toBe("person")
  expect(hatName(ownHat(systemActor("import")))).toBe("system:import")
  expect(hatName({ kind: "post", post: post() })).toBe("post:officer:organisations:b1:p1")
})

test("what may not be seen is not found; what may be seen but not done is forbidden", () => {
  expect(() => authorise("hidden")).toThrow(NotFound)
  expect(() => authorise("refused")).toThrow(Forbidden)
  expect(authorise({ kind: "person" })).toEqual({ kind: "person" })
  expect([isAllowed("hidden"), isAllowed("refused"), isAllowed({ kind: "person" })]).toEqual([
    false,
    false,
    true,
  ])
})
