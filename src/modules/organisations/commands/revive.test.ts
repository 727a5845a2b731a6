import { describe, expect, test } from "vitest"
import { reading } from "#kernel/transaction.ts"
import { organisationsWorld } from "#test/support/organisations.ts"
import { getPublicOrganisation } from "../queries/public.ts"
import { closeOrganisation, reviveOrganisation, withdrawOrganisation } from "./hide.ts"

const { owner, database, as, applicant, approver, registered, rowOf, memberOf } = await organisationsWorld()

const publicPage = (id: string) => reading({ database }, (tx) => getPublicOrganisation(tx, id))
const counted = async (id: string): Promise<number> => {
  const { id: subjectId } = await rowOf(id)
  const events = await owner
    .selectFrom("figureEvents")
    .select("delta")
    .where("subjectId", "=", subjectId)
    .execute()
  return events.reduce((sum, { delta }) => sum + Number(delta), 0)
}

describe("issue 3 line 6: withdrawal", () => {
  test("issue 3 line 6: gone with a reason, the figures stay, and its people take it up again", async () => {
    const id = await registered()
    const own = as(await memberOf(applicant, id))
    await withdrawOrganisation(own, { id, reason: "" })
    await expect(publicPage(id)).rejects.toMatchObject({
      name: "Gone",
      reason: expect.stringContaining("申し出"),
    })
    expect(await counted(id)).toBe(1)
    await reviveOrganisation(own, { id })
    expect((await publicPage(id)).stale).toBe(false)
    expect(await counted(id)).toBe(1)
  })

  test("issue 3 line 6: what the office ended only the office takes up; a mistaken ending counts again", async () => {
    const id = await registered()
    await closeOrganisation(as(approver), { id, reason: "重複", mistaken: true })
    expect(await counted(id)).toBe(0)
    const own = as(await memberOf(applicant, id))
    await expect(reviveOrganisation(own, { id })).rejects.toMatchObject({ name: "Forbidden" })
    await reviveOrganisation(as(approver), { id })
    expect(await counted(id)).toBe(1)
    await expect(reviveOrganisation(as(approver), { id })).rejects.toMatchObject({ name: "Conflict" })
  })
})
