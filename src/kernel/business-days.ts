import holidays from "@holiday-jp/holiday_jp"

/** City offices close on Saturdays, Sundays, national holidays and from 29 December to 3 January. */
export const isBusinessDay = (day: Temporal.PlainDate): boolean => {
  if (day.dayOfWeek >= 6) return false
  if ((day.month === 12 && day.day >= 29) || (day.month === 1 && day.day <= 3)) return false
  return !(day.toString() in holidays.holidays)
}

/** The day by which something is due: so many business days after a day. */
export const addBusinessDays = (day: Temporal.PlainDate, days: number): Temporal.PlainDate => {
  let due = day
  for (let left = days; left > 0;) {
    due = due.add({ days: 1 })
    if (isBusinessDay(due)) left -= 1
  }
  return due
}

/** Business days from one day to another: 0 on the same day, negative when the other is past. */
export const businessDaysUntil = (from: Temporal.PlainDate, to: Temporal.PlainDate): number => {
  const ahead = Temporal.PlainDate.compare(to, from) >= 0
  const [first, last] = ahead ? [from, to] : [to, from]
  let days = 0
  for (
    let day = first.add({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    if (isBusinessDay(day)) days += 1
  return ahead ? days : -days
}

/** The last day before this one on which the office was open. */
export const businessDayBefore = (day: Temporal.PlainDate): Temporal.PlainDate => {
  let before = day.subtract({ days: 1 })
  while (!isBusinessDay(before)) before = before.subtract({ days: 1 })
  return before
}
