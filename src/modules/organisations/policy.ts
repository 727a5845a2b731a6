import {
  isAllowed,
  memberHat,
  ownHat,
  postHat,
  type Actor,
  type Hat,
  type Permission,
} from "#kernel/actor.ts"
import { permits } from "#kernel/workflow.ts"
import {
  registration,
  type RegistrationEvent,
  type RegistrationRole,
  type RegistrationState,
} from "./schema/registration.ts"

/** What of a record decides who may do what with it. */
export type PolicyRecord = {
  readonly id: string
  readonly state: RegistrationState
  readonly mainAreaCode: string
  readonly applicantId: string | null
  readonly submittedAt: Temporal.Instant | null
  readonly registeredAt: Temporal.Instant | null
}

/** What besides decides whether an ended one may be taken up again. */
type EndedRecord = PolicyRecord & { readonly endedBy: string | null; readonly mergedInto: string | null }

const programme = "organisations"
const offices = ["ward-office", "city"]

/** X17: the post of an office that checks groups of this area: the ward's own, or the City's. */
const officePost = (actor: Actor, role: "viewer" | "officer" | "approver", areaCode: string | null) =>
  actor.wearing && offices.includes(actor.wearing.bodyKind) ? postHat(actor, programme, role, areaCode) : null

/** Nobody checks a group that is their own. */
const isOwn = (actor: Actor, record: PolicyRecord): boolean =>
  (actor.accountId !== null && actor.accountId === record.applicantId) || memberHat(actor, record.id) !== null

/**
 * The roles of the workflow that the actor has here, each with its hat. Until a group is registered somebody applies
 * for it; from then on it has members. The office sees nothing before it is submitted.
 */
export const rolesOf = (actor: Actor, record: PolicyRecord): ReadonlyMap<RegistrationRole, Hat> => {
  const roles = new Map<RegistrationRole, Hat>()
  const applies = actor.accountId !== null && actor.accountId === record.applicantId
  if (applies && record.registeredAt === null) roles.set("applicant", ownHat(actor))
  const member = memberHat(actor, record.id)
  if (member?.kind === "member") roles.set(member.membership.role, member)
  if (record.submittedAt === null || isOwn(actor, record)) return roles
  for (const role of ["officer", "approver"] as const) {
    const hat = officePost(actor, role, record.mainAreaCode)
    if (hat) roles.set(role, hat)
  }
  const approver = roles.get("approver")
  if (approver && actor.wearing?.bodyKind === "city") roles.set("city", approver)
  return roles
}

const refusal = (visible: boolean): Permission => (visible ? "refused" : "hidden")

/** Everybody knows of registered groups; of the others, those whose business they are. */
const knowsOf = (actor: Actor, record: PolicyRecord): boolean =>
  record.state === "registered" ||
  isAllowed(canReadOwn(actor, record)) ||
  isAllowed(canReadAsOffice(actor, record))

/** May the actor do this with the record, in whatever state it is? */
export const canDo = (actor: Actor, event: RegistrationEvent, record: PolicyRecord): Permission => {
  const roles = rolesOf(actor, record)
  const role = registration.events[event].by.find((each) => roles.has(each))
  return (role && roles.get(role)) ?? refusal(knowsOf(actor, record))
}

/** May the actor do this now? The pages ask it before they show a button. */
export const canDoNow = (actor: Actor, event: RegistrationEvent, record: PolicyRecord): boolean =>
  permits(registration, event, record.state, new Set(rolesOf(actor, record).keys()))

/** The page of the record under /my: its applicant and its members. */
export const canReadOwn = (actor: Actor, record: PolicyRecord): Permission => {
  if (actor.accountId !== null && actor.accountId === record.applicantId && record.registeredAt === null)
    return ownHat(actor)
  return memberHat(actor, record.id) ?? refusal(record.state === "registered")
}

/** The page of the record in the office: not before it is submitted, and only what the post covers. */
export const canReadAsOffice = (actor: Actor, record: PolicyRecord): Permission => {
  const hat = record.submittedAt === null ? null : officePost(actor, "viewer", record.mainAreaCode)
  return hat ?? refusal(record.state === "registered")
}

/** The office's list of registrations: whoever wears a post of a ward office or of the City. */
export const canListAsOffice = (actor: Actor): Permission => officePost(actor, "viewer", null) ?? "refused"

/** Letters to the groups that the worn post covers. */
export const canWriteToGroups = (actor: Actor): Permission => officePost(actor, "officer", null) ?? "refused"

/** A draft or a returned registration is the applicant's to write. */
export const canWrite = (actor: Actor, record: PolicyRecord): Permission =>
  rolesOf(actor, record).get("applicant") ?? refusal(knowsOf(actor, record))

/** The profile of a group that was registered is its members' to change, at once. */
export const canChangeProfile = (actor: Actor, record: PolicyRecord): Permission => {
  const roles = rolesOf(actor, record)
  return roles.get("representative") ?? roles.get("editor") ?? refusal(knowsOf(actor, record))
}

export const canChangeNow = (actor: Actor, record: PolicyRecord): boolean =>
  (record.state === "registered" || record.state === "suspended") &&
  isAllowed(canChangeProfile(actor, record))

/** Any signed-in person may apply for a group. */
export const canApply = (actor: Actor): Permission => (actor.accountId === null ? "refused" : ownHat(actor))

/** Once public and ended: what its people ended themselves they may take up again, the office everything. */
export const canRevive = (actor: Actor, record: EndedRecord): Permission => {
  const permission = canDo(actor, "revive", record)
  const theirs = isAllowed(permission) && permission.kind === "member"
  return theirs && record.endedBy === "office" ? "refused" : permission
}

export const canReviveNow = (actor: Actor, record: EndedRecord): boolean =>
  isRevivable(record) && isAllowed(canRevive(actor, record))

export const isRevivable = (record: EndedRecord): boolean =>
  record.state === "withdrawn" && record.registeredAt !== null && record.mergedInto === null

/** Who its members are is theirs to see. */
export const canReadMembers = (actor: Actor, record: PolicyRecord): Permission =>
  memberHat(actor, record.id) ?? refusal(knowsOf(actor, record))

/** Inviting, changing roles, removing: its representatives. */
export const canManageMembers = (actor: Actor, record: PolicyRecord): Permission =>
  rolesOf(actor, record).get("representative") ?? refusal(knowsOf(actor, record))

/** The office helps a group that lost its people, where it is competent and it is not the officer's own. */
export const canHelpAsOffice = (actor: Actor, record: PolicyRecord): Permission =>
  rolesOf(actor, record).get("officer") ?? refusal(knowsOf(actor, record))

/** civic-portal.R6: its members, or the office that has asked them. */
export const canConfirm = (actor: Actor, record: PolicyRecord): Permission => {
  const own = canChangeProfile(actor, record)
  return isAllowed(own) ? own : canHelpAsOffice(actor, record)
}

/** Those who act for a group keep its files, and its office; the paper it came on is the office's alone. */
export const canKeepFiles = (
  actor: Actor,
  record: PolicyRecord,
  file: { readonly role: string },
): Permission => {
  const roles = rolesOf(actor, record)
  const office = roles.get("officer") ?? roles.get("approver")
  const own = roles.get("applicant") ?? roles.get("representative") ?? roles.get("editor")
  const ended = record.state === "withdrawn" || record.state === "refused"
  const hat = file.role === "scan" ? office : (own ?? office)
  return (ended && file.role !== "scan" ? undefined : hat) ?? refusal(knowsOf(actor, record))
}
/** An officer enters a group for its people, in the areas of the post; null: in any of them. */
export const canTakeIn = (actor: Actor, areaCode: string | null): Permission =>
  actor.system ? ownHat(actor) : (officePost(actor, "officer", areaCode) ?? "refused")

/** What its people asked for by telephone, on paper or at the counter. */
export const canChangeForGroup = (actor: Actor, record: PolicyRecord): Permission =>
  rolesOf(actor, record).get("officer") ?? refusal(knowsOf(actor, record))

const enterable: readonly RegistrationState[] = [
  ...(["incomplete", "submitted", "held", "returned", "registered", "suspended"] as const),
]
/** Whatever is not over can be changed for a group. */
export const isChangeable = ({ state }: PolicyRecord): boolean => enterable.includes(state)

export const canChangeForGroupNow = (actor: Actor, record: PolicyRecord): boolean =>
  isChangeable(record) && isAllowed(canChangeForGroup(actor, record))

/** Two become one at the office that may end each of them: both are its own, or it is the City's. */
export const canMerge = (actor: Actor, record: PolicyRecord): Permission => canDo(actor, "close", record)
