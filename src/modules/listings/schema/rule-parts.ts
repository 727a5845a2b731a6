import type { Rule } from "./schedule.ts"

/** A stretch of a rule in which nothing about it changes; `last`: the day before the next change. */
export type RulePart = Pick<Rule, "repeat" | "interval" | "weekdays" | "start" | "end"> & {
  readonly first: string
  readonly last: string | null
}

/** A rule as the stretches between its changes: each is a rule of its own that begins on its first day. */
export const rulePartsOf = ({ changes = [], ...rule }: Rule): RulePart[] => {
  const starts = [rule, ...changes.map(({ from, ...change }) => ({ ...change, first: from }))]
  return starts.map((part, index) => {
    const next = starts[index + 1]
    return { ...part, last: next ? dayBefore(next.first) : null }
  })
}

/** The part that is in force on a day; extra days before the first belong to the first. */
export const rulePartOn = (parts: readonly RulePart[], day: string): RulePart => {
  const part = parts.findLast(({ first }) => first <= day) ?? parts[0]
  if (!part) throw new Error("a rule has at least one part")
  return part
}

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
