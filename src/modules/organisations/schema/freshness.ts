import type { City } from "#kernel/city.ts"

type Settings = Pick<City, "zone" | "settings">

/** civic-portal.R6: what was confirmed then or before is asked for again now. */
export const askedSince = (now: Temporal.Instant, { zone, settings }: Settings): Temporal.Instant =>
  monthsBefore(now, zone, settings.profileConfirmMonths.value)

/** civic-portal.R6: what was asked for first then or before, and not confirmed, leaves the lists. */
export const staleSince = (now: Temporal.Instant, { zone, settings }: Settings): Temporal.Instant =>
  monthsBefore(now, zone, settings.profileHideMonths.value)

const monthsBefore = (now: Temporal.Instant, zone: string, months: number): Temporal.Instant =>
  now.toZonedDateTimeISO(zone).subtract({ months }).toInstant()

/** civic-portal.R6: has nobody looked after this profile for as long as the city allows? */
export const needsConfirming = (
  record: { readonly state: string; readonly confirmedAt: Temporal.Instant | null },
  now: Temporal.Instant,
  city: Settings,
): boolean =>
  record.state === "registered" &&
  record.confirmedAt !== null &&
  Temporal.Instant.compare(record.confirmedAt, askedSince(now, city)) <= 0
