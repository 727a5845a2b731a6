import { dayOf } from "#kernel/clock.ts"
import { Conflict, NotFound } from "#kernel/errors.ts"
import { isId, newId } from "#kernel/ids.ts"
import type { Work } from "#kernel/transaction.ts"
import { standingMembers, type MemberRole, type StandingMember } from "../queries/members.ts"
import type { OrganisationRecord } from "../queries/records.ts"

// What every act on the people of a group does. The caller has locked the group: its people change one at a time.

/** People are named, changed and removed while the group stands; an ended one keeps those it had. */
export const requireStanding = (record: OrganisationRecord): void => {
  if (record.state !== "registered" && record.state !== "suspended")
    throw new Conflict(`organisation ${record.publicId} is ${record.state}`, { say: "web:error.moved-on" })
}

type NewMember = {
  readonly accountId: string
  readonly role: MemberRole
  readonly validTo: Temporal.PlainDate | null
}

/** Adds a person, and answers the membership. Who represents a group looks after it again. */
export const addMember = async (work: Work, organisationId: string, member: NewMember): Promise<string> => {
  const id = newId()
  const validFrom = dayOf(work.now, work.city.zone)
  await work.tx
    .insertInto("memberships")
    .values({ id, organisationId, ...member, validFrom })
    .execute()
  if (member.role === "representative") await setUnattended(work, organisationId, null)
  return id
}

/** Ends at once: what the person had open answers no more. */
export const endMembership = async (work: Work, membership: StandingMember): Promise<void> => {
  const today = dayOf(work.now, work.city.zone)
  const { validTo } = membership
  const last = validTo && Temporal.PlainDate.compare(validTo, today) < 0 ? validTo : today
  await work.tx
    .updateTable("memberships")
    .set({ endedAt: work.now, validTo: last })
    .where("id", "=", membership.id)
    .execute()
}

export const setUnattended = async (
  work: Work,
  organisationId: string,
  since: Temporal.Instant | null,
): Promise<void> => {
  await work.tx
    .updateTable("organisations")
    .set({ unattendedSince: since })
    .where("id", "=", organisationId)
    .execute()
}

/** One of the group's own members, who is still there. */
export const memberAmong = async (
  work: Work,
  organisationId: string,
  membershipId: string,
): Promise<StandingMember> => {
  const members = isId(membershipId) ? await standingMembers(work.tx, organisationId) : []
  const member = members.find(({ id }) => id === membershipId)
  if (!member) throw new NotFound(`there is no member ${membershipId}`)
  return member
}
