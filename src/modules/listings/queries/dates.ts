import type { Transaction } from "#kernel/transaction.ts"
import type { Occurrence } from "./cards.ts"

export type ComingDate = Occurrence & { readonly id: string }

/** Dates that can be chosen at once. */
export const mostChosen = 60

/** The dates of a listing that are still to come, or are postponed. */
export const comingDates = (
  tx: Transaction,
  listingId: string,
  now: Temporal.Instant,
): Promise<ComingDate[]> =>
  tx
    .selectFrom("occurrences")
    .select(["id", "firstDay", "lastDay", "startsAt", "endsAt", "overAt", "status"])
    .select(["statusReason", "wasDay", "wasStartsAt"])
    .where("listingId", "=", listingId)
    .where("overAt", "is not", null)
    .where((eb) => eb.or([eb("overAt", ">", now), eb("status", "=", "postponed")]))
    .orderBy("firstDay")
    .orderBy("startsAt")
    .limit(mostChosen)
    .$castTo<ComingDate>()
    .execute()
