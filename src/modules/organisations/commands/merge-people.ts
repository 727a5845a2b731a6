import type { Work } from "#kernel/transaction.ts"
import type { MovedPeople } from "../queries/merges.ts"
import { standingMembers, type StandingMember } from "../queries/members.ts"
import { addMember, endMembership } from "./memberships.ts"

const kept = ({ id, validTo }: StandingMember) => ({ id, validTo: validTo?.toString() ?? null })

/** Whoever acted for the other acts for the survivor; who acted for both keeps the higher role. */
export const movePeople = async (work: Work, survivorId: string, otherId: string): Promise<MovedPeople> => {
  const there = await standingMembers(work.tx, survivorId)
  const coming = await standingMembers(work.tx, otherId)
  const made: string[] = []
  const raised: ReturnType<typeof kept>[] = []
  for (const member of coming) {
    const present = there.find(({ accountId }) => accountId === member.accountId)
    await endMembership(work, member)
    if (present && (present.role === "representative" || member.role === "editor")) continue
    if (present) {
      await endMembership(work, present)
      raised.push(kept(present))
    }
    const { accountId, role, validTo } = member
    made.push(await addMember(work, survivorId, { accountId, role, validTo }))
  }
  return { ended: coming.map(kept), made, raised }
}

/**
 * Taken back: who came with the other goes home; who left since stays away. Who was raised has the earlier role again
 * only where the higher one still stood: whoever was removed or given another role since keeps that.
 */
export const returnPeople = async (work: Work, { ended, made, raised }: MovedPeople): Promise<void> => {
  const stood = new Set<string>()
  for (const id of made) {
    const came = await work.tx
      .updateTable("memberships")
      .set({ endedAt: work.now })
      .where("id", "=", id)
      .where("endedAt", "is", null)
      .returning("accountId")
      .executeTakeFirst()
    if (came) stood.add(came.accountId)
  }
  for (const each of ended) await stand(work, each)
  for (const each of raised) if (stood.has(await accountOf(work, each))) await stand(work, each)
}

const stand = async (work: Work, { id, validTo }: ReturnType<typeof kept>): Promise<void> => {
  await work.tx
    .updateTable("memberships")
    .set({ endedAt: null, validTo: validTo === null ? null : Temporal.PlainDate.from(validTo) })
    .where("id", "=", id)
    .execute()
}

const accountOf = async (work: Work, { id }: ReturnType<typeof kept>): Promise<string> => {
  const row = await work.tx
    .selectFrom("memberships")
    .select("accountId")
    .where("id", "=", id)
    .executeTakeFirstOrThrow()
  return row.accountId
}
