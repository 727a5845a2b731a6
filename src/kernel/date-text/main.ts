import type { Mention } from "./mentions.ts"
import { joinsRange, single, stretch, type Piece } from "./pieces.ts"
import type { LookAt } from "./reading.ts"
import { resolveYears } from "./years.ts"

/** What the main clause announces, with the year of each mention. */
export type Main = {
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly years: readonly number[]
  readonly uncertain: boolean
}

type Clause = Pick<Main, "text" | "mentions">

const gapBefore = ({ text, mentions }: Clause, at: number): string =>
  text.slice(mentions[at - 1]?.to ?? 0, mentions[at]?.from ?? text.length)

const endsRange = (main: Clause, at: number): boolean =>
  at > 0 && !main.mentions[at - 1]?.monthClass && joinsRange(gapBefore(main, at))

/** Each mention is a day of its own, or closes the stretch that the one before it opened. */
export const piecesOf = (main: Main): (Piece | LookAt)[] => {
  const pieces: (Piece | LookAt)[] = []
  for (let at = 0; at < main.mentions.length; at++) {
    const from = main.mentions[at]
    const to = endsRange(main, at + 1) ? main.mentions[at + 1] : undefined
    const year = main.years[at] ?? 0
    if (!from) break
    const around = {
      before: gapBefore(main, at),
      after: gapBefore(main, to ? at + 2 : at + 1),
      isFirst: at === 0,
    }
    pieces.push(
      to ? stretch([from, year], [to, main.years[at + 1] ?? 0], around) : single(from, year, around),
    )
    if (to) at += 1
  }
  return pieces
}

export const dateClause = (clause: Clause, edition: Temporal.PlainYearMonth): Main => ({
  ...clause,
  ...resolveYears(clause.mentions, edition, (at) => endsRange(clause, at)),
})
