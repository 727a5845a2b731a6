import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { NotFound } from "#kernel/errors.ts"
import { command } from "#kernel/transaction.ts"
import { canReadOwn } from "../policy.ts"
import { contentOf, getRecord } from "../queries/records.ts"
import { nextYear } from "../schema/next-year.ts"
import { insertListing } from "./content.ts"
import { subjectOf } from "./publish.ts"

/** Writes the same down for next year: a draft, its dates a year on, on the same weekday. */
export const copyForNextYear = command(
  "listings.copy",
  async (work, { id }: { readonly id: string }): Promise<{ readonly id: string }> => {
    const row = await getRecord(work.tx, id)
    const hat = authorise(canReadOwn(work.actor, row))
    const { organisationId, bodyId } = row
    if (organisationId === null) throw new NotFound(`no group stands behind ${id}`)
    const content = nextYear(await contentOf(work.tx, row), dayOf(work.now, work.city.zone))
    const copy = await insertListing(work, { organisationId, bodyId }, content)
    const templateId = row.preApprovedAt ? row.id : row.templateId
    await work.tx
      .updateTable("listings")
      .set({ templateId, noIndex: row.noIndex })
      .where("id", "=", copy.id)
      .execute()
    await audit(work, { hat, subject: subjectOf(copy), payload: { from: row.id } })
    return { id: copy.publicId }
  },
)
