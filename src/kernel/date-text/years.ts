import type { Mention } from "./mentions.ts"

/** Which year each mention is in; `uncertain` where two years are about as likely. */
export type Years = { readonly years: readonly number[]; readonly uncertain: boolean }

const monthOf = (mention: Mention): number => mention.month ?? 0

/** December to January turns the year; a list that steps back by less than half a year is only out of order. */
const turns = (before: Mention, after: Mention, endsRange: boolean): boolean => {
  if (after.nextYear) return true
  const back = monthOf(before) - monthOf(after)
  return endsRange ? back > 0 : back >= 6
}

/** Years counted from the first mention, by order alone. */
const stepsOf = (mentions: readonly Mention[], endsRange: (at: number) => boolean): number[] => {
  const steps: number[] = []
  for (const [at, mention] of mentions.entries()) {
    const before = mentions[at - 1]
    const previous = steps[at - 1] ?? 0
    steps.push(before && turns(before, mention, endsRange(at)) ? previous + 1 : previous)
  }
  return steps
}

/** The written year that speaks for a mention: its own, else the nearest before it, else the nearest after. */
const anchorOf = (mentions: readonly Mention[], at: number): number => {
  const before = mentions.findLastIndex((mention, index) => index <= at && mention.year !== undefined)
  return before >= 0 ? before : mentions.findIndex((mention) => mention.year !== undefined)
}

export const dateOf = (year: number, month: number, day: number): Temporal.PlainDate | undefined => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" })
  } catch {
    return undefined
  }
}

const contradicted = (mentions: readonly Mention[], years: readonly number[]): number => {
  const stated = mentions.filter((mention) => mention.weekdays.length === 1)
  if (stated.length === 0) return 0
  const wrong = mentions.filter((mention, at) => {
    const day = dateOf(years[at] ?? 0, monthOf(mention), mention.day)
    return mention.weekdays.length === 1 && day?.dayOfWeek !== mention.weekdays[0]
  })
  return wrong.length / stated.length
}

type Reading = { readonly years: readonly number[]; readonly wrong: number; readonly far: number }

/**
 * How far from the edition a reading lies, in months. Editions announce: the past counts three times.
 * A weekday breaks a near tie, but never carries an event off by a year: it may itself be the mistake.
 */
const readingOf = (
  mentions: readonly Mention[],
  years: readonly number[],
  edition: Temporal.PlainYearMonth,
): Reading => {
  const months = mentions.map((mention, at) => (years[at] ?? 0) * 12 + monthOf(mention))
  const now = edition.year * 12 + edition.month
  const past = Math.max(0, now - Math.max(...months))
  const ahead = Math.max(0, Math.min(...months) - now)
  const wrong = contradicted(mentions, years)
  return { years, wrong, far: past * 3 + ahead + wrong * 4 }
}

/** Less apart than this, two readings are about as likely, unless only one of them has its weekdays right. */
const tie = 6

const nearest = (
  mentions: readonly Mention[],
  steps: readonly number[],
  edition: Temporal.PlainYearMonth,
): Years => {
  // 「翌年」 with nothing before it is counted from the edition.
  const firsts = mentions[0]?.nextYear ? [1] : [1, 0, -1]
  const [best, second] = firsts
    .map((offset) => steps.map((step) => edition.year + offset + step))
    .map((years) => readingOf(mentions, years, edition))
    .toSorted((one, other) => one.far - other.far)
  if (!best || !second) return { years: best?.years ?? [], uncertain: false }
  const told = best.wrong === 0 && second.wrong > 0
  return { years: best.years, uncertain: !told && second.far - best.far < tie }
}

/** Written years first, then the order of the text, then the edition in which it was printed. */
export const resolveYears = (
  mentions: readonly Mention[],
  edition: Temporal.PlainYearMonth,
  endsRange: (at: number) => boolean,
): Years => {
  const steps = stepsOf(mentions, endsRange)
  if (mentions.every((mention) => mention.year === undefined)) return nearest(mentions, steps, edition)
  const years = mentions.map((_, at) => {
    const anchor = anchorOf(mentions, at)
    return (mentions[anchor]?.year ?? 0) + (steps[at] ?? 0) - (steps[anchor] ?? 0)
  })
  return { years, uncertain: false }
}
