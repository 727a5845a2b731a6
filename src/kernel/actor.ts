import { NotFound, Forbidden } from "#kernel/errors.ts"

// A person is an account with memberships and posts; one acts under one hat at a time, and the hat is audited.

export type PostRole = "viewer" | "officer" | "approver" | "manager" | "administrator"

/** A dated place in a body. `programme` is a module's name or `*`; `areas` are area codes or the whole city. */
export type Post = {
  readonly id: string
  readonly bodyId: string
  readonly bodyName: string
  readonly bodyKind: "city" | "ward-office" | "shakyo" | "ward-shakyo" | "centre" | "committee"
  readonly programme: string
  readonly role: PostRole
  readonly areas: readonly string[] | "all"
  /** Whose post it is, while the actor only stands in; `postId` is the post itself, `id` the standing in. */
  readonly deputyFor?: { readonly postId: string; readonly name: string }
}

export type Membership = {
  readonly organisationId: string
  readonly organisationName: string
  readonly role: "representative" | "editor"
}

export type Hat =
  | { readonly kind: "anonymous" }
  | { readonly kind: "person" }
  | { readonly kind: "member"; readonly membership: Membership }
  | { readonly kind: "post"; readonly post: Post }
  | { readonly kind: "system"; readonly name: string }

export type Actor = {
  readonly accountId: string | null
  readonly name: string
  readonly address: string | null
  readonly memberships: readonly Membership[]
  /** The posts whose hats may be worn. */
  readonly posts: readonly Post[]
  /** The post whose hat is worn now; outside the office, none is. */
  readonly wearing: Post | null
  readonly system: string | null
}

export const anonymous: Actor = {
  accountId: null,
  name: "",
  address: null,
  memberships: [],
  posts: [],
  wearing: null,
  system: null,
}

/** The program itself: a job, an import, the set-up of a city. */
export const systemActor = (name: string): Actor => ({ ...anonymous, system: name })

/** As stored with an audit event: who acted in which capacity, readable years later. */
export const hatName = (hat: Hat): string => {
  switch (hat.kind) {
    case "member":
      return `member:${hat.membership.role}:${hat.membership.organisationId}`
    case "post":
      return `post:${hat.post.role}:${hat.post.programme}:${hat.post.bodyId}:${hatPlace(hat.post)}`
    case "system":
      return `system:${hat.name}`
    default:
      return hat.kind
  }
}

/** The audit says of a deputy for which post they stood in. */
const hatPlace = ({ id, deputyFor }: Post): string => (deputyFor ? `${deputyFor.postId}:deputy` : id)

/** The hat of somebody who acts for nobody else. */
export const ownHat = (actor: Actor): Hat => {
  if (actor.system) return { kind: "system", name: actor.system }
  return actor.accountId ? { kind: "person" } : { kind: "anonymous" }
}

export const memberHat = (actor: Actor, organisationId: string): Hat | null => {
  const membership = actor.memberships.find((each) => each.organisationId === organisationId)
  return membership ? { kind: "member", membership } : null
}

const rank: Record<PostRole, number> = { viewer: 0, officer: 1, approver: 2, manager: 3, administrator: 4 }

/** The worn post, when it serves this programme with at least this role, over this area (null: any). */
export const postHat = (
  actor: Actor,
  programme: string,
  role: PostRole,
  areaCode: string | null,
): Hat | null => {
  const post = actor.wearing
  if (!post || rank[post.role] < rank[role]) return null
  if (post.programme !== "*" && post.programme !== programme) return null
  if (areaCode !== null && post.areas !== "all" && !post.areas.includes(areaCode)) return null
  return { kind: "post", post }
}

/**
 * What a policy answers: the hat under which the act is allowed, or why not.
 * `hidden`: the actor may not even know of the record.
 */
export type Permission = Hat | "hidden" | "refused"

export const isAllowed = (permission: Permission): permission is Hat => typeof permission === "object"

/** The hat, or the refusal as an error. */
export const authorise = (permission: Permission): Hat => {
  if (permission === "hidden") throw new NotFound("the actor may not see this record")
  if (permission === "refused") throw new Forbidden("the actor may not do this")
  return permission
}
