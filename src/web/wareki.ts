const eras = [
  { name: "令和", from: Temporal.PlainDate.from("2019-05-01") },
  { name: "平成", from: Temporal.PlainDate.from("1989-01-08") },
  { name: "昭和", from: Temporal.PlainDate.from("1926-12-25") },
] as const

/** The day as the office writes it: 令和8年4月1日, 令和元年5月1日. Before 昭和 the year stands as it is. */
export function wareki(day: Temporal.PlainDate): string {
  return `${warekiYear(day)}${day.month}月${day.day}日`
}

/** 令和8年: the year of the era in which the day lies. */
export function warekiYear(day: Temporal.PlainDate): string {
  const era = eras.find(({ from }) => Temporal.PlainDate.compare(day, from) >= 0)
  if (!era) return `${day.year}年`
  const year = day.year - era.from.year + 1
  return `${era.name}${year === 1 ? "元" : year}年`
}
