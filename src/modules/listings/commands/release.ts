import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid } from "#kernel/errors.ts"
import type { Work } from "#kernel/transaction.ts"
import { canDo } from "../policy.ts"
import type { ListingRow } from "../queries/records.ts"
import { tellGroup } from "./letters.ts"
import { makePublic } from "./make-public.ts"
import { takeStep } from "./publication.ts"
import { requireAhead, requireRegistered, subjectOf } from "./publish.ts"

/** Why a scheduled listing could not become public; the group reads it. */
const reasons = {
  group: "団体の公開が止まっているためです。",
  over: "日時が、もう過ぎているためです。",
} as const

/** X13: what was scheduled becomes public at its time. What cannot goes back to its group, which is told why. */
export const releaseListing = async (work: Work, row: ListingRow): Promise<void> => {
  const hindrance = await hindranceOf(work, row)
  const event = hindrance ? "lapse" : "release"
  const hat = authorise(canDo(work.actor, event, row))
  if (!hindrance) {
    await makePublic(work, row, "release", hat)
    await tellGroup(work, row, "release")
    return
  }
  const reason = reasons[hindrance]
  await takeStep(work, row, { event: "lapse", hat, reason })
  await audit(work, { hat, verb: "listings.lapse", subject: subjectOf(row), payload: { reason } })
  await tellGroup(work, row, "lapse", reason)
}

const hindranceOf = async (work: Work, row: ListingRow): Promise<keyof typeof reasons | null> => {
  try {
    await requireRegistered(work, row.organisationId)
    await requireAhead(work, row)
    return null
  } catch (error) {
    if (error instanceof Conflict) return "group"
    if (error instanceof Invalid) return "over"
    throw error
  }
}
