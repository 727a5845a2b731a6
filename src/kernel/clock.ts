/** Where the program reads the time. It is injected, so that tests and demos can stand on any day. */
export type Clock = { readonly now: () => Temporal.Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that shows `start` now and goes on from there. */
export const clockFrom = (start: Temporal.Instant): Clock => {
  const offset = Temporal.Now.instant().until(start)
  return { now: () => Temporal.Now.instant().add(offset) }
}

/** A clock that stands still until it is set. For tests. */
export const standingClock = (start: string): Clock & { set: (instant: string) => void } => {
  let instant = Temporal.Instant.from(start)
  return {
    now: () => instant,
    set: (next) => {
      instant = Temporal.Instant.from(next)
    },
  }
}

/** The calendar day of an instant in the city's time zone: the day by which every rule counts. */
export const dayOf = (instant: Temporal.Instant, zone: string): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(zone).toPlainDate()

/** The first instant of a day in the city's time zone. */
export const startOfDay = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  day.toZonedDateTime(zone).toInstant()
