import { normaliseHeading } from "#kernel/tables/headings.ts"
import type { Cells, Profile } from "./profile.ts"

/** Which heading of the file stands for which column of a profile. */
export type Columns = {
  readonly missing: readonly string[]
  readonly cellsOf: (record: Readonly<Record<string, string>>) => Cells
}

/** 「※必須 5. 開始日」: marks and numbers in front of a heading. */
const inFront = /^(?:[※*◎○●□■★・\s]|必須|任意|推奨|\d+[.:)\s])+/u

/** 「開始日(YYYY-MM-DD)」「開始日時特記事項」: of the names that a heading begins with, the longest; no half of a word. */
const columnOf = (heading: string, names: readonly string[]): string | undefined => {
  const plain = heading.replace(inFront, "")
  return names
    .filter((name) => plain.startsWith(name) && !/^[A-Za-z]/.test(plain.slice(name.length)))
    .toSorted((one, other) => other.length - one.length)
    .at(0)
}

/** A heading that is exactly the name comes before those that only begin with it. */
export const readColumns = ({ columns, required }: Profile, headings: readonly string[]): Columns => {
  const names = columns.map(normaliseHeading)
  const found = new Map<string, string>()
  for (const heading of headings) {
    const name = columnOf(heading, names)
    if (name !== undefined && (heading === name || !found.has(name))) found.set(name, heading)
  }
  const headingOf = new Map(columns.map((column) => [column, found.get(normaliseHeading(column))]))
  return {
    missing: required.filter((column) => headingOf.get(column) === undefined),
    cellsOf: (record) => (column) => record[headingOf.get(column) ?? ""] ?? "",
  }
}
