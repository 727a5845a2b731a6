import { type Actor, type Hat, ownHat, type Permission, postHat } from "#kernel/actor.ts"

// X17, X18: who may give posts and who may read the audit.

/**
 * X14: the City and the councils of social welfare are bodies of their own. The City's administrator sets up all of
 * them; any other administrator gives posts of the own body only.
 */
export const canManagePosts = (actor: Actor, body: { readonly id: string }): Permission => {
  if (actor.system) return ownHat(actor)
  const hat = postHat(actor, "accounts", "administrator", null)
  if (hat?.kind !== "post") return "refused"
  const { bodyId, bodyKind } = hat.post
  return bodyKind === "city" || bodyId === body.id ? hat : "hidden"
}

type Powers = { readonly programme: string; readonly areaCodes: readonly string[] | null }

/** X17: nobody gives more than they hold: no programme and no area beyond the own. The program itself holds all. */
export const isWithin = (hat: Hat, given: Powers): boolean => {
  if (hat.kind === "system") return true
  if (hat.kind !== "post") return false
  const { programme, areas } = hat.post
  if (programme !== "*" && programme !== given.programme) return false
  return areas === "all" || (given.areaCodes?.every((code) => areas.includes(code)) ?? false)
}

/** Of which body the worn hat manages the posts: of all, of one, of none. */
export const managedBodies = (actor: Actor): "all" | "none" | { readonly bodyId: string } => {
  const hat = postHat(actor, "accounts", "administrator", null)
  if (hat?.kind !== "post") return "none"
  return hat.post.bodyKind === "city" ? "all" : { bodyId: hat.post.bodyId }
}

/** The audit is read by managers and administrators: the City's whole, elsewhere what was done under the body's hats. */
export const auditScope = (actor: Actor): "all" | "none" | { readonly bodyId: string } => {
  const hat = postHat(actor, "accounts", "manager", null)
  if (hat?.kind !== "post") return "none"
  return hat.post.bodyKind === "city" && hat.post.areas === "all" ? "all" : { bodyId: hat.post.bodyId }
}

/** One's own name, sessions and password. */
export const canChangeOwn = (actor: Actor): Permission => (actor.accountId ? ownHat(actor) : "refused")

/** Whoever wears a post keeps ways of looking at the office's lists. */
export const canKeepViews = (actor: Actor): Permission =>
  actor.accountId && actor.wearing ? { kind: "post", post: actor.wearing } : "refused"
