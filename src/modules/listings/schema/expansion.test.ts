import fc from "fast-check"
import { expect, test } from "vitest"
import { expand } from "./expansion.ts"
import { repeats, schedule, type Rule } from "./schedule.ts"

const today = Temporal.PlainDate.from("2026-06-10")
const zone = "Asia/Tokyo"

const daysOf = (rule: unknown) =>
  expand(schedule.parse(rule), today, zone).occurrences.map(({ firstDay }) => firstDay?.toString())

const rule = (parts: Partial<Rule> & Pick<Rule, "first" | "repeat">) => ({
  kind: "rule" as const,
  interval: 1,
  except: [],
  extra: [],
  ...parts,
})

/** The same question answered without any library: every day is asked whether the rule means it. */
const naively = (asked: Rule): string[] => {
  const first = Temporal.PlainDate.from(asked.first)
  const horizon = today.add({ years: 3 })
  const means = (day: Temporal.PlainDate): boolean => {
    const between = first.until(day, { largestUnit: "days" }).days
    const months = (day.year - first.year) * 12 + day.month - first.month
    switch (asked.repeat) {
      case "daily":
        return between % asked.interval === 0
      case "weekly": {
        const monday = first.subtract({ days: first.dayOfWeek - 1 })
        const weeks = Math.floor(monday.until(day, { largestUnit: "days" }).days / 7)
        const weekdays = asked.weekdays?.length ? asked.weekdays : [first.dayOfWeek]
        return weeks % asked.interval === 0 && weekdays.includes(day.dayOfWeek)
      }
      case "monthly-by-day":
        return months % asked.interval === 0 && day.day === first.day
      case "monthly-by-weekday": {
        if (months % asked.interval !== 0 || day.dayOfWeek !== first.dayOfWeek) return false
        if (first.day > 28) return day.day + 7 > day.daysInMonth
        return Math.ceil(day.day / 7) === Math.ceil(first.day / 7)
      }
    }
  }
  const meant = new Set<string>()
  for (let day = first; Temporal.PlainDate.compare(day, horizon) <= 0; day = day.add({ days: 1 })) {
    if (asked.until && day.toString() > asked.until) break
    if (asked.count && meant.size === asked.count) break
    if (means(day)) meant.add(day.toString())
  }
  const all = [...meant, ...asked.extra]
    .filter((day) => !asked.except.includes(day))
    .filter((day) => day >= "2025-06-10" && day <= horizon.toString())
  const sorted = [...new Set(all)].sort()
  const past = sorted.filter((day) => day < today.toString())
  return [...past, ...sorted.filter((day) => day >= today.toString()).slice(0, 400)]
}

const someDay = (from: string, to: string) => {
  const start = Temporal.PlainDate.from(from)
  const { days } = start.until(Temporal.PlainDate.from(to), { largestUnit: "days" })
  return fc.integer({ min: 0, max: days }).map((add) => start.add({ days: add }).toString())
}

const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    first: someDay("2023-01-01", "2028-12-31"),
    repeat: fc.constantFrom(...repeats),
    interval: fc.integer({ min: 1, max: 5 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
    until: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: undefined }),
    count: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
    except: fc.array(someDay("2026-01-01", "2027-12-31"), { maxLength: 5 }),
    extra: fc.array(someDay("2026-01-01", "2027-12-31"), { maxLength: 5 }),
  })
  .map(({ until, count, ...rest }) => ({
    kind: "rule" as const,
    ...rest,
    ...(until === undefined
      ? {}
      : { until: Temporal.PlainDate.from(rest.first).add({ days: until }).toString() }),
    ...(count === undefined || until !== undefined ? {} : { count }),
  }))

test("house §5 Time: a rule means the days that asking every day of the calendar finds", () => {
  fc.assert(
    fc.property(anyRule, (asked) => {
      expect(daysOf(asked)).toEqual(naively(asked))
    }),
    { numRuns: 300, seed: 20_260_610 },
  )
}, 60_000)

test("house §5 Time: nothing lies further ahead than 3 years or 400 occurrences", () => {
  const daily = expand(rule({ first: "2026-06-10", repeat: "daily" }), today, zone)
  expect(daily.occurrences).toHaveLength(400)
  expect(daily.unfinished).toBe(true)
  const monthly = expand(rule({ first: "2026-06-10", repeat: "monthly-by-day" }), today, zone)
  expect(monthly.occurrences.at(-1)?.firstDay?.toString()).toBe("2029-06-10")
  expect(monthly.unfinished).toBe(true)
  const ending = expand(rule({ first: "2026-06-10", repeat: "weekly", until: "2026-07-31" }), today, zone)
  expect(ending.occurrences).toHaveLength(8)
  expect(ending.unfinished).toBe(false)
})

test("the fifth of a weekday means the last of the month, so that no month is left out", () => {
  const days = daysOf(rule({ first: "2026-07-30", repeat: "monthly-by-weekday", count: 4 }))
  expect(days).toEqual(["2026-07-30", "2026-08-27", "2026-09-24", "2026-10-29"])
})

test("activity-publishing.R9: several days in a row are one occurrence that covers them all", () => {
  const dates = [{ first: "2026-08-01", last: "2026-08-03", start: "10:00", end: "16:00" }]
  const [only, ...more] = expand({ kind: "dates", dates }, today, zone).occurrences
  expect(more).toEqual([])
  expect(only?.lastDay?.toString()).toBe("2026-08-03")
  expect(only?.startsAt?.toString()).toBe("2026-08-01T01:00:00Z")
  expect(only?.overAt?.toString()).toBe("2026-08-03T07:00:00Z")
})

test("a day without times lasts until midnight in the city; no day at all is undetermined", () => {
  const wholeDay = expand(
    { kind: "dates", dates: [{ first: "2026-08-01", last: "2026-08-01" }] },
    today,
    zone,
  )
  expect(wholeDay.occurrences[0]).toMatchObject({ precision: "day", startsAt: null, endsAt: null })
  expect(wholeDay.occurrences[0]?.overAt?.toString()).toBe("2026-08-01T15:00:00Z")
  expect(expand({ kind: "dates", dates: [] }, today, zone).occurrences).toMatchObject([
    { precision: "undetermined", firstDay: null, overAt: null },
  ])
  expect(expand({ kind: "any-time" }, today, zone).occurrences).toEqual([])
})

test.each([
  ["end before start", { first: "2026-08-01", last: "2026-08-01", start: "16:00", end: "10:00" }, "end"],
  ["last day before the first", { first: "2026-08-02", last: "2026-08-01" }, "last"],
  ["an end without a start", { first: "2026-08-01", last: "2026-08-01", end: "10:00" }, "start"],
  ["2026-02-30", { first: "2026-02-30", last: "2026-02-30" }, "first"],
])("bad input: %s is refused at its field", (_, dates, field) => {
  const parsed = schedule.safeParse({ kind: "dates", dates: [dates] })
  expect(parsed.error?.issues.map(({ path }) => path.at(-1))).toContain(field)
})
