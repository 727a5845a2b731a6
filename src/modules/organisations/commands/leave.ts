import { authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid } from "#kernel/errors.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { canManageMembers, canReadMembers } from "../policy.ts"
import { standingMembers, type MemberRole, type StandingMember } from "../queries/members.ts"
import { lockRecord, type OrganisationRecord } from "../queries/records.ts"
import { isSoleRepresentative } from "../schema/members.ts"
import { checkTerm } from "./invite.ts"
import { addMember, endMembership, memberAmong, requireStanding, setUnattended } from "./memberships.ts"
import { tellOfficeOfHandOver, tellOfMember, tellPerson } from "./people-letters.ts"
import { writeHistory } from "./steps.ts"

type Leaving = {
  readonly id: string
  /** The membership that represents the group from now on. */
  readonly successor: string
  /** The office shall find somebody. */
  readonly handOver: boolean
}

/** Somebody goes. Who represents a group last names another, or hands it to the office: it is never left unseen. */
export const leaveGroup = command("organisations.leave", async (work, input: Leaving) => {
  const record = await lockRecord(work, input.id)
  const hat = authorise(canReadMembers(work.actor, record))
  const members = await standingMembers(work.tx, record.id)
  const own = members.find(({ accountId }) => accountId === work.actor.accountId)
  if (!own) throw new Conflict("left before", { say: "web:error.moved-on" })
  const left = members.filter((member) => member !== own)
  const open = record.state === "registered" || record.state === "suspended"
  if (open && isSoleRepresentative(members, own.id)) await passOn(work, record, hat, left, input)
  await endMembership(work, own)
  await writeHistory(work, record, { event: "leave", hat, state: record.state })
  await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload: { role: own.role } })
  await tellOfMember(work, record, { what: "left", accountId: own.accountId })
  return { id: record.publicId }
})

const passOn = async (
  work: Work,
  record: OrganisationRecord,
  hat: Hat,
  left: readonly StandingMember[],
  { successor, handOver }: Leaving,
): Promise<void> => {
  const next = left.find(({ id }) => id === successor)
  if (next) return setRole(work, record, hat, next, { role: "representative", until: next.validTo })
  if (!handOver) throw new Invalid({ successor: "organisations:error.last-representative" })
  await setUnattended(work, record.id, work.now)
  await writeHistory(work, record, { event: "hand-over", hat, state: record.state })
  await tellOfficeOfHandOver(work, record)
}

const setRole = async (
  work: Work,
  record: OrganisationRecord,
  hat: Hat,
  member: StandingMember,
  { role, until }: Pick<Naming, "role" | "until">,
): Promise<void> => {
  const { accountId } = member
  if (member.role === role) {
    await work.tx.updateTable("memberships").set({ validTo: until }).where("id", "=", member.id).execute()
  } else {
    await endMembership(work, member)
    await addMember(work, record.id, { accountId, role, validTo: until })
  }
  await writeHistory(work, record, { event: "change-member", hat, state: record.state })
  await tellPerson(work, record, { what: "role", accountId, role, until })
}

type Naming = {
  readonly id: string
  readonly member: string
  readonly role: MemberRole
  readonly until: Temporal.PlainDate | null
}

/** A representative gives another role or another last day. Somebody represents the group at any time. */
export const changeMember = command("organisations.change-member", async (work, input: Naming) => {
  const record = await lockRecord(work, input.id)
  const hat = authorise(canManageMembers(work.actor, record))
  requireStanding(record)
  const member = await memberAmong(work, record.id, input.member)
  checkTerm(work, input.until)
  const members = await standingMembers(work.tx, record.id)
  const others = members.filter(({ id, role }) => id !== member.id && role === "representative")
  if (others.length === 0 && input.role === "editor")
    throw new Invalid({ role: "organisations:error.last-representative" })
  await setRole(work, record, hat, member, input)
  const { role, until } = input
  await audit(work, {
    hat,
    subject: { kind: "organisation", id: record.id },
    payload: {
      account: member.accountId,
      before: { role: member.role, until: member.validTo?.toString() ?? "" },
      after: { role, until: until?.toString() ?? "" },
    },
  })
  return { id: record.publicId }
})

type Removing = { readonly id: string; readonly member: string; readonly word: string }

/** A representative takes somebody else out; the person is told, with a word. */
export const removeMember = command("organisations.remove-member", async (work, input: Removing) => {
  const record = await lockRecord(work, input.id)
  const hat = authorise(canManageMembers(work.actor, record))
  requireStanding(record)
  const member = await memberAmong(work, record.id, input.member)
  if (member.accountId === work.actor.accountId)
    throw new Conflict("oneself", { say: "organisations:error.oneself" })
  await endMembership(work, member)
  await writeHistory(work, record, { event: "remove-member", hat, state: record.state })
  await audit(work, {
    hat,
    subject: { kind: "organisation", id: record.id },
    payload: { account: member.accountId, role: member.role, word: input.word },
  })
  await tellPerson(work, record, { what: "removed", accountId: member.accountId, word: input.word })
  return { id: record.publicId }
})
