import { memberHat, ownHat, postHat, type Actor, type Hat, type Permission } from "#kernel/actor.ts"
import { permits } from "#kernel/workflow.ts"
import { inquiry, type InquiryEvent, type InquiryRole, type InquiryState, type Side } from "./schema.ts"

/** What of a conversation decides who may do what with it. */
export type PolicyRecord = {
  readonly organisationId: string
  readonly askerAccountId: string | null
  readonly officeBodies: readonly string[]
  readonly state: InquiryState
  /** The actor came by the asker's private link. */
  readonly byKey: boolean
  readonly forgottenAt: Temporal.Instant | null
}

/** Whoever looks after groups at an office looks after what is asked of them. */
const programme = "organisations"

/** X17: an office sees what was handed over or reported to it, and never the mail of one's own group. */
const officeHat = (actor: Actor, role: "viewer" | "officer", record: PolicyRecord): Hat | null => {
  if (!actor.wearing || !record.officeBodies.includes(actor.wearing.bodyId)) return null
  return memberHat(actor, record.organisationId) ? null : postHat(actor, programme, role, null)
}

/** The roles of the workflow that the actor has here, each with its hat. */
export const rolesOf = (actor: Actor, record: PolicyRecord): ReadonlyMap<InquiryRole, Hat> => {
  const roles = new Map<InquiryRole, Hat>()
  if (actor.system) roles.set("program", ownHat(actor))
  const member = memberHat(actor, record.organisationId)
  if (member) roles.set("group", member)
  const asks = actor.accountId !== null && actor.accountId === record.askerAccountId
  if (asks || record.byKey) roles.set("asker", ownHat(actor))
  const office = officeHat(actor, "officer", record)
  if (office) roles.set("office", office)
  return roles
}

const knowsOf = (actor: Actor, record: PolicyRecord): boolean =>
  rolesOf(actor, record).size > 0 || officeHat(actor, "viewer", record) !== null

/** May the actor read it on the pages of this side? */
export const canRead = (actor: Actor, side: Side, record: PolicyRecord): Permission => {
  if (side === "office") return officeHat(actor, "viewer", record) ?? "hidden"
  return rolesOf(actor, record).get(side) ?? "hidden"
}

/** May the actor do this as one of this side, in whatever state it is? What was forgotten is over. */
export const canDo = (actor: Actor, event: InquiryEvent, side: Side, record: PolicyRecord): Permission => {
  if (record.forgottenAt) return knowsOf(actor, record) ? "refused" : "hidden"
  const allowed = (inquiry.events[event].by as readonly InquiryRole[]).includes(side)
  const hat = allowed ? rolesOf(actor, record).get(side) : undefined
  return hat ?? (knowsOf(actor, record) ? "refused" : "hidden")
}

/** May the actor do this now? The pages ask it before they show a button. */
export const canDoNow = (actor: Actor, event: InquiryEvent, side: Side, record: PolicyRecord): boolean => {
  const roles = new Set([...rolesOf(actor, record).keys()].filter((role) => role === side))
  return record.forgottenAt === null && permits(inquiry, event, record.state, roles)
}

/** The group asks its office for help; either side reports the other. */
export const canCallOffice = (actor: Actor, side: "asker" | "group", record: PolicyRecord): Permission =>
  record.forgottenAt ? "refused" : canRead(actor, side, record)

/** Taking no more messages from somebody, and taking them again. */
export const canBlock = (actor: Actor, record: PolicyRecord): Permission => canRead(actor, "group", record)

/** X17: an officer of the office that it was handed to. */
export const canSettle = (actor: Actor, record: PolicyRecord): Permission =>
  officeHat(actor, "officer", record) ?? (officeHat(actor, "viewer", record) ? "refused" : "hidden")

export const canListAsOffice = (actor: Actor): Permission => {
  const isOffice = actor.wearing?.bodyKind === "ward-office" || actor.wearing?.bodyKind === "city"
  return (isOffice ? postHat(actor, programme, "viewer", null) : null) ?? "refused"
}

/** A group's texts for answers. */
export const canWriteTemplates = (actor: Actor, organisationId: string): Permission =>
  memberHat(actor, organisationId) ?? "hidden"
