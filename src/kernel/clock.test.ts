import { expect, test } from "vitest"
import { clockFrom, dayOf, standingClock, startOfDay, systemClock } from "./clock.ts"

const lateEvening = Temporal.Instant.from("2024-03-31T23:50:00+09:00")

test("X1: the day of an instant is the day in the city's zone", () => {
  expect(dayOf(lateEvening, "Asia/Tokyo").toString()).toBe("2024-03-31")
  expect(dayOf(lateEvening.add({ minutes: 20 }), "Asia/Tokyo").toString()).toBe("2024-04-01")
  expect(dayOf(lateEvening.add({ minutes: 20 }), "UTC").toString()).toBe("2024-03-31")
})

test("a day begins at midnight in the city's zone", () => {
  const start = startOfDay(Temporal.PlainDate.from("2024-04-01"), "Asia/Tokyo")
  expect(start.toString()).toBe("2024-03-31T15:00:00Z")
  expect(dayOf(start, "Asia/Tokyo").toString()).toBe("2024-04-01")
  expect(dayOf(start.subtract({ nanoseconds: 1 }), "Asia/Tokyo").toString()).toBe("2024-03-31")
})

test("a standing clock moves only when it is set", () => {
  const clock = standingClock("2026-06-10T10:00:00+09:00")
  expect(clock.now().equals(clock.now())).toBe(true)
  clock.set("2026-06-11T10:00:00+09:00")
  expect(clock.now().toString()).toBe("2026-06-11T01:00:00Z")
})

test("a clock set to a start goes on from there", () => {
  const clock = clockFrom(lateEvening)
  const first = clock.now()
  const second = clock.now()
  expect(lateEvening.until(first).total("seconds")).toBeLessThan(5)
  expect(Temporal.Instant.compare(second, first)).toBeGreaterThanOrEqual(0)
  expect(Math.abs(systemClock.now().until(Temporal.Now.instant()).total("seconds"))).toBeLessThan(5)
})
