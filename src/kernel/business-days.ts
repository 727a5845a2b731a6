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
