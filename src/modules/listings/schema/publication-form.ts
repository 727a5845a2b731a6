import { z } from "zod"
import { readDay, readTime } from "#web/day-input.ts"

const raw = z.object({
  "publish.day": z.string().default(""),
  "publish.time": z.string().default(""),
  noIndex: z.string().optional(),
})

/** From when it stands in public, and whether search engines may take it in: beside what is said. */
export const publicationForm = (zone: string, now: Temporal.Instant) =>
  raw.transform((typed, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message })
    const noIndex = typed.noIndex === "yes"
    const { "publish.day": typedDay, "publish.time": typedTime } = typed
    if (typedDay === "" && typedTime === "") return { publishAt: null, noIndex }
    const day = readDay(typedDay)
    const time = typedTime === "" ? null : readTime(typedTime)
    if (typedDay === "") report("publish.day", "listings:error.publish-day")
    else if (!day) report("publish.day", "web:error.day")
    if (time === undefined) report("publish.time", "web:error.time")
    if (!day) return { publishAt: null, noIndex }
    const at = day.toZonedDateTime({ timeZone: zone, ...(time ? { plainTime: time } : {}) })
    const publishAt = at.toInstant()
    if (Temporal.Instant.compare(publishAt, now) <= 0) report("publish.day", "listings:error.publish-past")
    if (Temporal.Instant.compare(at.subtract({ years: 1 }).toInstant(), now) > 0)
      report("publish.day", "listings:error.publish-far")
    return { publishAt, noIndex }
  })

/** The same as the fields hold it. A time that has passed is not offered again. */
export const typedPublication = (
  row: { readonly publishAt: Temporal.Instant | null; readonly noIndex: boolean },
  zone: string,
  now: Temporal.Instant,
): Record<string, string> => {
  const noIndex = row.noIndex ? "yes" : ""
  if (!row.publishAt || Temporal.Instant.compare(row.publishAt, now) <= 0) return { noIndex }
  const at = row.publishAt.toZonedDateTimeISO(zone)
  return {
    noIndex,
    "publish.day": at.toPlainDate().toString(),
    "publish.time": at.toPlainTime().toString({ smallestUnit: "minute" }),
  }
}
