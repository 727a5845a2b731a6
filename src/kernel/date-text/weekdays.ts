import { weekdayOf } from "./day-class.ts"
import type { Mention } from "./mentions.ts"

/** 「いずれも(水)」 speaks for every day that has no weekday of its own. */
const sharedByAll = (text: string, mentions: readonly Mention[]): Mention[] => {
  const letter = /(?:い[ずす]れも|すべて|全て|各日|毎回)\s*\(?\s*([月火水木金土日])/u.exec(text)?.[1]
  if (!letter) return [...mentions]
  const weekdays = [weekdayOf(letter)]
  return mentions.map((mention) => (mention.weekdays.length === 0 ? { ...mention, weekdays } : mention))
}

/** 「4日・5日(土・日)」: as many days as there are letters, one letter each. */
const oneEach = (mentions: readonly Mention[]): Mention[] => {
  const spread = [...mentions]
  for (const [at, { weekdays }] of mentions.entries()) {
    const from = at + 1 - weekdays.length
    const sharers = mentions.slice(Math.max(from, 0), at)
    if (from < 0 || sharers.some((mention) => mention.weekdays.length > 0)) continue
    for (const [step, weekday] of weekdays.entries()) {
      const mention = mentions[from + step]
      if (mention) spread[from + step] = { ...mention, weekdays: [weekday] }
    }
  }
  return spread
}

export const shareWeekdays = (text: string, mentions: readonly Mention[]): Mention[] =>
  oneEach(sharedByAll(text, mentions))

export const contradictsWeekday = (mention: Mention, date: Temporal.PlainDate): boolean =>
  mention.weekdays.length > 0 && !mention.weekdays.includes(date.dayOfWeek)
