import fc from "fast-check"
import ICAL from "ical.js"
import { expect, test } from "vitest"
import { expand } from "./expansion.ts"
import { mostOccurrences, repeats, type Rule, type RuleChange } from "./schedule.ts"

// Against an implementation of RFC 5545 that is not ours. A rule that changes in the middle is there what calendars
// make of it: one rule after the other, each until the day before the next begins.

const zone = "Asia/Tokyo"
const weekdayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

type Pattern = Pick<Rule, "repeat" | "interval" | "weekdays" | "start" | "end">
type Part = Pattern & { readonly from: string; readonly to: string | null }

const dayOfWeek = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

const rruleOf = ({ repeat, interval, weekdays = [], from, to }: Part): string => {
  const [day, weekday] = [Number(from.slice(8)), weekdayNames[dayOfWeek(from) - 1]]
  const names = weekdays.map((each) => weekdayNames[each - 1])
  const by = {
    daily: "FREQ=DAILY",
    weekly: `FREQ=WEEKLY;BYDAY=${(names.length > 0 ? names : [weekday]).join(",")}`,
    "monthly-by-day": `FREQ=MONTHLY;BYMONTHDAY=${day}`,
    "monthly-by-weekday": `FREQ=MONTHLY;BYDAY=${day > 28 ? -1 : Math.ceil(day / 7)}${weekday}`,
  }[repeat]
  const until = to ? `;UNTIL=${to.replaceAll("-", "")}T235959` : ""
  return `${by};INTERVAL=${interval};WKST=MO${until}`
}

/** All days of one part, up to a day. */
const daysOf = (part: Part, horizon: string): string[] => {
  const iterator = ICAL.Recur.fromString(rruleOf(part)).iterator(
    ICAL.Time.fromDateTimeString(`${part.from}T00:00:00`),
  )
  const days: string[] = []
  for (let next = iterator.next(); next; next = iterator.next()) {
    const day = next.toString().slice(0, 10)
    if (day > horizon) break
    days.push(day)
  }
  return days
}

/** Local time in Tokyo, nine hours ahead the whole year round, without any calendar library. */
const instantOf = (day: string, time: string): string =>
  new Date(Date.parse(`${day}T${time}:00Z`) - 9 * 3_600_000).toISOString().replace(".000Z", "Z")

const yearsOn = (day: string, years: number): string => Temporal.PlainDate.from(day).add({ years }).toString()

const expected = (rule: Rule, today: string): string[] => {
  const horizon = yearsOn(today, 3)
  const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
  const patterns = [{ ...rule, from: rule.first }, ...(rule.changes ?? [])]
  const parts: Part[] = patterns.map((pattern, index) => {
    const next = patterns[index + 1]
    return { ...pattern, to: next ? dayBefore(next.from) : (rule.until ?? null) }
  })
  const timed = parts.flatMap((part) => daysOf(part, horizon).map((day) => ({ day, part })))
  const counted = rule.count === undefined ? timed : timed.slice(0, rule.count)
  const all = new Map(counted.map(({ day, part }) => [day, part]))
  for (const day of rule.extra)
    if (!all.has(day)) all.set(day, parts.findLast(({ from }) => from <= day) ?? (parts[0] as Part))
  for (const day of rule.except) all.delete(day)
  const inReach = [...all.keys()].filter((day) => day >= yearsOn(today, -1) && day <= horizon).sort()
  const past = inReach.filter((day) => day < today).length
  return inReach.slice(0, past + mostOccurrences).map((day) => {
    const { start, end } = all.get(day) as Part
    return [day, start ? instantOf(day, start) : "", end ? instantOf(day, end) : ""].join(" ")
  })
}

const actual = (rule: Rule, today: string): string[] =>
  expand(rule, Temporal.PlainDate.from(today), zone).occurrences.map(({ firstDay, startsAt, endsAt }) =>
    [firstDay, startsAt ?? "", endsAt ?? ""].map(String).join(" "),
  )

// Many ends of months, leap days and turns of the year among them.
const days = fc.oneof(
  fc
    .integer({ min: 0, max: 1500 })
    .map((plus) => Temporal.PlainDate.from("2024-01-01").add({ days: plus }).toString()),
  fc.constantFrom(
    "2024-01-29",
    "2024-01-30",
    "2024-01-31",
    "2024-02-29",
    "2025-12-29",
    "2025-12-31",
    "2026-05-30",
  ),
)
const times = fc.constantFrom(
  {},
  { start: "09:00" },
  { start: "10:30", end: "12:00" },
  { start: "00:00", end: "23:59" },
)
const patterns = fc
  .tuple(
    fc.record({
      repeat: fc.constantFrom(...repeats),
      interval: fc.integer({ min: 1, max: 5 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
    }),
    times,
  )
  .map(([pattern, time]) => ({ ...pattern, ...time }) as Pattern)

const plus = (day: string, more: number): string =>
  Temporal.PlainDate.from(day).add({ days: more }).toString()
const near = (first: string) => fc.integer({ min: 0, max: 900 }).map((more) => plus(first, more))

const endOf = (first: string) =>
  fc.oneof(
    fc.constant({}),
    fc.integer({ min: 0, max: 1300 }).map((more) => ({ until: plus(first, more) })),
    fc.integer({ min: 1, max: mostOccurrences }).map((count) => ({ count })),
  )

const rules = days.chain((first) =>
  fc
    .record({
      pattern: patterns,
      end: endOf(first),
      except: fc.array(near(first), { maxLength: 12 }),
      extra: fc.array(near(first), { maxLength: 6 }),
      changes: fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), patterns), { maxLength: 2 }),
    })
    .map(({ pattern, end, except, extra, changes }): Rule => {
      const until = "until" in end ? end.until : "9999-12-31"
      const later = new Map(changes.map(([more, change]) => [plus(first, more), change]))
      const ordered: RuleChange[] = [...later]
        .filter(([from]) => from <= until)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([from, change]) => ({ from, ...change }))
      const changing = ordered.length > 0 ? { changes: ordered } : {}
      return { kind: "rule", first, ...pattern, ...end, except, extra, ...changing } as Rule
    }),
)

test("issue 3 line 10: any rule, with exceptions and changes in the middle, is what RFC 5545 makes of it", () => {
  const cases = fc.tuple(rules, fc.integer({ min: -200, max: 900 }))
  fc.assert(
    fc.property(cases, ([rule, ahead]) => {
      const today = plus(rule.first, ahead)
      expect(actual(rule, today)).toEqual(expected(rule, today))
    }),
    { numRuns: 150 },
  )
})

test("issue 3 line 10: three years of Wednesdays, from a day on Thursdays at 15:00, with holidays left out", () => {
  const rule: Rule = {
    kind: "rule",
    first: "2026-06-10",
    start: "10:30",
    end: "11:00",
    repeat: "weekly",
    interval: 1,
    until: "2029-06-06",
    except: ["2026-08-12", "2026-12-30"],
    extra: ["2026-09-05"],
    changes: [
      { from: "2027-06-01", start: "15:00", end: "16:00", repeat: "weekly", interval: 1, weekdays: [4] },
    ],
  }
  const found = actual(rule, "2026-06-10")
  expect(found).toEqual(expected(rule, "2026-06-10"))
  expect(found).toHaveLength(51 - 2 + 1 + 105)
  expect(found.find((each) => each >= "2027-05-27")).toBe(
    "2027-06-03 2027-06-03T06:00:00Z 2027-06-03T07:00:00Z",
  )
  expect(found.at(-1)).toContain("2029-05-31")
})
