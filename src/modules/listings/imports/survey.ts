import type { TableRow } from "#kernel/tables/read-table.ts"
import { digest, keyOf } from "./identity.ts"
import type { Accepted, Identity } from "./profile.ts"
import { readRows, type Reader } from "./read-rows.ts"
import type { RefusedRow } from "./refusals.ts"

// The file is read twice: first to learn which row of each listing is the last, then to take those over. Of the first
// reading only short digests are held, so that the size of a file hardly matters.

/** What the first reading learned. */
export type Plan = {
  readonly counts: { readonly rows: number; readonly refused: number; readonly merged: number }
  readonly keyOf: (identity: Identity) => string
  /** Whether no later row is about the same listing. */
  readonly isLast: (key: string, row: TableRow, edition: string) => boolean
  readonly names: (key: string) => boolean
}

/** The last row of a listing so far, and its sitting. */
type Standing = { readonly place: number; readonly sitting: string }

/** By the digest of the key. */
type Lasts = Map<string, Standing>

const longestFile = 1e8

/** The place of a row among all: by its edition, then by its line; the last one wins. */
const placeOf = (row: TableRow, edition: string): number =>
  Number(edition.replaceAll(/\D/g, "") || "0") * longestFile + row.line

const inOneEdition = (one: number, other: number): boolean =>
  Math.floor(one / longestFile) === Math.floor(other / longestFile)

const sittingOf = (identity: Identity): string => ("sitting" in identity ? digest(identity.sitting) : "")

/** Reads the file to its end, and answers what it learned; refused rows are told one by one on the way. */
export const survey = async function* (
  reader: Reader,
  onRow: (row: TableRow) => void,
): AsyncGenerator<RefusedRow, Plan> {
  const last: Lasts = new Map()
  const apart = new Set<string>()
  const count = { rows: 0, refused: 0 }
  for await (const read of readRows(reader)) {
    count.rows += 1
    onRow(read.row)
    if ("accepted" in read) note(read.row, read.accepted, last, apart)
    else {
      count.refused += 1
      yield read.refused
    }
  }
  if (apart.size > 0) await noteApart(reader, last, apart)
  return planOf(count, last, apart)
}

/** One edition that has a listing at two places or hours means two listings. */
const note = (row: TableRow, { identity, edition }: Accepted, last: Lasts, apart: Set<string>): void => {
  const key = digest(keyOf(identity, false))
  const standing = { place: placeOf(row, edition), sitting: sittingOf(identity) }
  const before = last.get(key)
  if (before && inOneEdition(before.place, standing.place) && before.sitting !== standing.sitting)
    apart.add(key)
  if (!before || before.place < standing.place) last.set(key, standing)
}

/** Rarely needed, so the file is rather read once more than held. */
const noteApart = async (reader: Reader, last: Lasts, apart: ReadonlySet<string>): Promise<void> => {
  for (const key of apart) last.delete(key)
  for await (const read of readRows(reader)) {
    if (!("accepted" in read) || !apart.has(digest(keyOf(read.accepted.identity, false)))) continue
    const key = digest(keyOf(read.accepted.identity, true))
    const place = placeOf(read.row, read.accepted.edition)
    if ((last.get(key)?.place ?? -1) < place) last.set(key, { place, sitting: "" })
  }
}

const planOf = (
  { rows, refused }: { readonly rows: number; readonly refused: number },
  last: Lasts,
  apart: ReadonlySet<string>,
): Plan => ({
  counts: { rows, refused, merged: rows - refused - last.size },
  keyOf: (identity) => {
    const key = keyOf(identity, false)
    return apart.has(digest(key)) ? keyOf(identity, true) : key
  },
  isLast: (key, row, edition) => last.get(digest(key))?.place === placeOf(row, edition),
  names: (key) => last.has(digest(key)),
})
