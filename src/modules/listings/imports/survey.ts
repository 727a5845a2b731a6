import type { TableRow } from "#kernel/tables/read-table.ts"
import { keyOf } from "./identity.ts"
import type { Accepted, Identity } from "./profile.ts"
import { readRows, type Reader } from "./read-rows.ts"
import type { RefusedRow } from "./refusals.ts"
import { createStandings, type Standings } from "./standings.ts"

// The file is read twice: first to learn which row of each listing is the last, then to take those over.

/** What the first reading learned. */
export type Plan = {
  readonly counts: { readonly rows: number; readonly refused: number; readonly merged: number }
  readonly keyOf: (identity: Identity) => string
  /** Whether no later row is about the same listing. */
  readonly isLast: (key: string, row: TableRow, edition: string) => boolean
  readonly names: (key: string) => boolean
}

const longestFile = 1e8

/** The place of a row among all: by its edition, then by its line; the last one wins. */
const placeOf = (row: TableRow, edition: string): number =>
  Number(edition.replaceAll(/\D/g, "") || "0") * longestFile + row.line

const inOneEdition = (one: number, other: number): boolean =>
  Math.floor(one / longestFile) === Math.floor(other / longestFile)

/** Reads the file to its end, and answers what it learned; refused rows are told one by one on the way. */
export const survey = async function* (
  reader: Reader,
  onRow: (row: TableRow) => void,
): AsyncGenerator<RefusedRow, Plan> {
  const standings = createStandings()
  const apart = new Set<string>()
  const count = { rows: 0, refused: 0 }
  for await (const read of readRows(reader)) {
    count.rows += 1
    onRow(read.row)
    if ("accepted" in read) note(read.row, read.accepted, standings, apart)
    else {
      count.refused += 1
      yield read.refused
    }
  }
  if (apart.size > 0) await noteApart(reader, standings, apart)
  return planOf(count, standings, apart)
}

/** One edition that has a listing at two places or hours means two listings. */
const note = (
  row: TableRow,
  { identity, edition }: Accepted,
  standings: Standings,
  apart: Set<string>,
): void => {
  const key = keyOf(identity, false)
  const place = placeOf(row, edition)
  const sitting = "sitting" in identity ? identity.sitting : ""
  const before = standings.placeOf(key)
  if (before !== undefined && inOneEdition(before, place) && standings.isOtherSitting(key, sitting))
    apart.add(key)
  if (before === undefined || before < place) standings.put(key, place, sitting)
}

/** Rarely needed, so the file is rather read once more than held. */
const noteApart = async (reader: Reader, standings: Standings, apart: ReadonlySet<string>): Promise<void> => {
  for (const key of apart) standings.remove(key)
  for await (const read of readRows(reader)) {
    if (!("accepted" in read) || !apart.has(keyOf(read.accepted.identity, false))) continue
    const key = keyOf(read.accepted.identity, true)
    const place = placeOf(read.row, read.accepted.edition)
    if ((standings.placeOf(key) ?? -1) < place) standings.put(key, place, "")
  }
}

const planOf = (
  { rows, refused }: { readonly rows: number; readonly refused: number },
  standings: Standings,
  apart: ReadonlySet<string>,
): Plan => ({
  counts: { rows, refused, merged: rows - refused - standings.size() },
  keyOf: (identity) => {
    const key = keyOf(identity, false)
    return apart.has(key) ? keyOf(identity, true) : key
  },
  isLast: (key, row, edition) => standings.placeOf(key) === placeOf(row, edition),
  names: (key) => standings.has(key),
})
