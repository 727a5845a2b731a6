import { type Actor, type Hat, ownHat, type Permission, postHat, type PostRole } from "#kernel/actor.ts"
import type { City } from "#kernel/city.ts"

// X17: the site speaks for the City, so only posts of the City write on it; ward offices give notices of their ward.

const programme = "site"

const cityPost = (actor: Actor, role: PostRole): Hat | null => {
  const hat = postHat(actor, programme, role, null)
  return hat?.kind === "post" && hat.post.bodyKind === "city" && hat.post.areas === "all" ? hat : null
}

export const canReadSite = (actor: Actor): Permission => cityPost(actor, "viewer") ?? "refused"

/** Shipped texts are put in by the program itself. */
export const canWritePage = (actor: Actor): Permission =>
  actor.system ? ownHat(actor) : (cityPost(actor, "officer") ?? "refused")

export const canPublishPage = (actor: Actor): Permission =>
  actor.system ? ownHat(actor) : (cityPost(actor, "approver") ?? "refused")

/** Who has not agreed to the terms is a list of people. */
export const canReadConsents = (actor: Actor): Permission => cityPost(actor, "approver") ?? "refused"

export const canAgree = (actor: Actor): Permission => (actor.accountId === null ? "refused" : ownHat(actor))

/** The banner stands on every page: the least role is a setting of the city. */
export const canRaiseEmergency = (actor: Actor, city: Pick<City, "settings">): Permission =>
  cityPost(actor, city.settings.emergencyRole.value) ?? "refused"

/** Notices of one area belong to its ward office and the City, those of the whole city to the City. */
export const canWriteNotice = (actor: Actor, areaCode: string | null): Permission => {
  const own = cityPost(actor, "officer")
  if (own) return own
  if (areaCode === null || actor.wearing?.bodyKind !== "ward-office") return "refused"
  return postHat(actor, programme, "officer", areaCode) ?? "refused"
}

export const canListNotices = (actor: Actor): Permission => {
  const own = cityPost(actor, "viewer")
  if (own) return own
  return actor.wearing?.bodyKind === "ward-office"
    ? (postHat(actor, programme, "viewer", null) ?? "refused")
    : "refused"
}

/** Anybody may say what they think of the site. */
export const canGiveOpinion = (actor: Actor): Hat => ownHat(actor)

export const canReadOpinions = (actor: Actor): Permission => cityPost(actor, "viewer") ?? "refused"
export const canAnswerOpinion = (actor: Actor): Permission => cityPost(actor, "officer") ?? "refused"

export const canRecordPromotion = (actor: Actor): Permission => cityPost(actor, "officer") ?? "refused"
