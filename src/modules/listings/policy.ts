import {
  isAllowed,
  memberHat,
  postHat,
  type Actor,
  type Hat,
  type Permission,
  type PostRole,
} from "#kernel/actor.ts"
import { permits } from "#kernel/workflow.ts"
import { kinds, type Kind } from "./schema/content.ts"
import { listing, type ListingEvent, type ListingRole, type ListingState } from "./schema/workflow.ts"

/** What of a listing decides who may do what with it. */
export type PolicyRecord = {
  readonly organisationId: string | null
  /** The competent office: of the group's main area; the City's where no group stands behind it. */
  readonly bodyId: string
  readonly state: ListingState
  readonly firstPublishedAt: Temporal.Instant | null
}

const programme = "listings"

const memberOf = (actor: Actor, organisationId: string | null): Hat | null =>
  organisationId === null ? null : memberHat(actor, organisationId)

/** X17: a post of the City, or of the ward office that is competent. Nobody is the office of their own group. */
const officeHat = (actor: Actor, role: PostRole, record: PolicyRecord): Hat | null => {
  const post = actor.wearing
  if (!post || memberOf(actor, record.organisationId)) return null
  const covers = coversEverything(actor) || (post.bodyKind === "ward-office" && post.bodyId === record.bodyId)
  return covers ? postHat(actor, programme, role, null) : null
}

/** What no group stands behind belongs to the office that published it; it edits that as a group edits its own. */
const ownOfficeHat = (actor: Actor, role: PostRole, { organisationId, bodyId }: PolicyRecord): Hat | null =>
  organisationId === null && actor.wearing?.bodyId === bodyId ? postHat(actor, programme, role, null) : null

/** Whether the worn post is one of the City for all of its area. */
export const coversEverything = ({ wearing }: Actor): boolean =>
  wearing?.bodyKind === "city" && wearing.areas === "all"

/** The roles of the workflow that the actor has here, each with its hat. */
export const rolesOf = (actor: Actor, record: PolicyRecord): ReadonlyMap<ListingRole, Hat> => {
  const roles = new Map<ListingRole, Hat>()
  if (actor.system) roles.set("program", { kind: "system", name: actor.system })
  const member = memberOf(actor, record.organisationId) ?? ownOfficeHat(actor, "officer", record)
  if (member) roles.set("editor", member)
  const office = isOfficial(record) ? officeHat(actor, "officer", record) : null
  if (office) roles.set("office", office)
  return roles
}

/** X13: the office sees what was published once and what waits for its look; a draft is its group's own. */
const isOfficial = (record: PolicyRecord): boolean =>
  record.firstPublishedAt !== null || record.state === "submitted"

const knowsOf = (actor: Actor, record: PolicyRecord): boolean =>
  record.state === "published" ||
  memberOf(actor, record.organisationId) !== null ||
  isSeenByOffice(actor, record)

const isSeenByOffice = (actor: Actor, record: PolicyRecord): boolean =>
  isOfficial(record) && officeHat(actor, "viewer", record) !== null

const refusal = (visible: boolean): Permission => (visible ? "refused" : "hidden")

/** May the actor do this with the listing, in whatever state it is? */
export const canDo = (actor: Actor, event: ListingEvent, record: PolicyRecord): Permission => {
  const roles = rolesOf(actor, record)
  const role = listing.events[event].by.find((each) => roles.has(each))
  return (role && roles.get(role)) ?? refusal(knowsOf(actor, record))
}

/** May the actor do this now? The pages ask it before they show a button. */
export const canDoNow = (actor: Actor, event: ListingEvent, record: PolicyRecord): boolean =>
  permits(listing, event, record.state, new Set(rolesOf(actor, record).keys()))

/** activity-publishing.R1: whoever edits for a group publishes for it. Others know only of registered groups. */
export const canWriteFor = (actor: Actor, organisation: { id: string; isPublic: boolean }): Permission =>
  memberHat(actor, organisation.id) ?? refusal(organisation.isPublic)

/** The kinds that the worn post may write in the name of its office: schemes are the City's to enter. */
export const officeKinds = (actor: Actor): readonly Kind[] => {
  if (coversEverything(actor)) return kinds
  return actor.wearing?.bodyKind === "ward-office" ? kinds.filter((kind) => kind !== "support") : []
}

export const canWriteAsOffice = (actor: Actor, kind: Kind): Permission =>
  (officeKinds(actor).includes(kind) ? postHat(actor, programme, "officer", null) : null) ?? "refused"

/** May the worn post write anything at all? */
export const writesAsOffice = (actor: Actor): boolean =>
  officeKinds(actor).some((kind) => isAllowed(canWriteAsOffice(actor, kind)))

/** The listing's page under /my: its group's members. */
export const canReadOwn = (actor: Actor, record: PolicyRecord): Permission =>
  memberOf(actor, record.organisationId) ?? refusal(record.state === "published")

/** Its picture and flyer: whoever edits for the group, until the office took the listing away. */
export const canKeepFiles = (actor: Actor, record: PolicyRecord): Permission => {
  const hat = record.state === "removed" ? null : memberOf(actor, record.organisationId)
  return hat ?? refusal(knowsOf(actor, record))
}

/** The listing's page in the office: what was public once and the post covers. */
export const canReadAsOffice = (actor: Actor, record: PolicyRecord): Permission =>
  (isOfficial(record) ? officeHat(actor, "viewer", record) : null) ?? refusal(record.state === "published")

/** X13: an officer of the competent office marks what a group may use again without a further look. */
export const canPreApprove = (actor: Actor, record: PolicyRecord): Permission =>
  (isOfficial(record) ? officeHat(actor, "officer", record) : null) ?? refusal(knowsOf(actor, record))

/** What readers report is decided by an officer of the competent office. */
export const canDecideReports = canPreApprove

/** Both sides may speak while the office keeps it from the public. */
export const canReply = (actor: Actor, record: PolicyRecord): Permission => {
  const allowed =
    memberOf(actor, record.organisationId) ??
    (isOfficial(record) ? officeHat(actor, "officer", record) : null)
  return allowed ?? refusal(knowsOf(actor, record))
}

/** A body's own setting: who approves there; the City's may set it for every office. */
export const canSetReview = (actor: Actor, bodyId: string): Permission => {
  const post = actor.wearing
  const own = post?.bodyId === bodyId && (post.bodyKind === "ward-office" || post.bodyKind === "city")
  return (own || coversEverything(actor) ? postHat(actor, programme, "approver", null) : null) ?? "refused"
}

/** The office's list: posts of a ward office or of the City. */
export const canListAsOffice = (actor: Actor): Permission => {
  const isOffice = actor.wearing?.bodyKind === "ward-office" || coversEverything(actor)
  return (isOffice ? postHat(actor, programme, "viewer", null) : null) ?? "refused"
}
