import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Forbidden, Invalid } from "#kernel/errors.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { findBody } from "#modules/places"
import { canWriteAsOffice } from "../policy.ts"
import { getRecord } from "../queries/records.ts"
import { missing, takesPlace, type Content } from "../schema/content.ts"
import { insertListing } from "./content.ts"
import { subjectOf } from "./publish.ts"
import { countPublication, showPublicly, takeStep } from "./publication.ts"

/**
 * civic-portal.U2, exchange-venue-info.U1: an office publishes in its own name: a scheme of the City or of another body,
 * an exchange meeting of its ward, news. It is corrected like any other listing.
 */
export const publishForOffice = command(
  "listings.publish",
  async (work, { content }: { readonly content: Content }): Promise<{ readonly id: string }> => {
    const hat = authorise(canWriteAsOffice(work.actor, content.kind))
    const bodyId = work.actor.wearing?.bodyId
    const body = bodyId && (await findBody(work.tx, bodyId))
    if (!body) throw new Forbidden("the worn post belongs to no office")
    requireComplete(content)
    const { id, publicId } = await insertListing(work, { organisationId: null, bodyId: body.id }, content)
    await requireAhead(work, publicId, content)
    const credit = { credit: body.name, publishedAt: work.now }
    await work.tx.updateTable("listings").set(credit).where("id", "=", id).execute()
    const row = await getRecord(work.tx, publicId)
    await takeStep(work, row, { event: "publish", hat })
    await countPublication(work, row)
    await audit(work, { hat, subject: subjectOf(row), payload: { title: content.title } })
    await showPublicly(work, row)
    return { id: publicId }
  },
)

const requireComplete = (content: Content): void => {
  const fields = missing(content, false)
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
}

/** What is over already is nobody's news: most often the year is wrong. */
const requireAhead = async (work: Work, publicId: string, { kind, schedule }: Content): Promise<void> => {
  const { endsAt, nextAt } = await getRecord(work.tx, publicId)
  if (endsAt && Temporal.Instant.compare(endsAt, work.now) <= 0 && !takesPlace(kind))
    throw new Invalid({ "apply.day": "listings:error.over-deadline" })
  const field = schedule.kind === "rule" ? "schedule.rule.first" : "schedule.dates.0.first"
  if (takesPlace(kind) && schedule.kind !== "any-time" && nextAt === null)
    throw new Invalid({ [field]: "listings:error.over" })
}
