import type { City } from "#kernel/city.ts"
import type { Content, Origin } from "../schema/content.ts"

/** The cells of a row by the profile's own names of its columns; a column that the file has not is empty. */
export type Cells = (column: string) => string

/**
 * What tells one listing from another in file after file. `id` is the publisher's own; without one it is who invites
 * to what and until when. `sitting`, the place and the hour, only parts rows of one edition that agree in all of that.
 */
export type Identity =
  | { readonly id: string }
  | { readonly who: string; readonly what: string; readonly when: string; readonly sitting: string }

export type Accepted = {
  readonly identity: Identity
  /** The edition of the source as something that sorts (2023-10); empty where it has none. */
  readonly edition: string
  readonly content: Content
  readonly source: Source
}

/** Where it came from, without what the import works out for every profile alike. */
export type Source = Omit<Origin, "profile" | "key" | "hash">

/** Why a row is not taken over, in words for whoever brought the file, and the column it is about. */
export type Refused = { readonly refused: string; readonly column: string }

export type Reading = Accepted | Refused

/** How the columns of one publisher become listings: data and a mapper. */
export type Profile = {
  readonly name: string
  readonly title: string
  readonly columns: readonly string[]
  /** Without these the file is another one. */
  readonly required: readonly string[]
  readonly read: (cells: Cells, city: City) => Reading
}

export const isRefused = (reading: object): reading is Refused => "refused" in reading
export const refuse = (column: string, refused: string): Refused => ({ refused, column })
