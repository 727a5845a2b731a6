import { createHash } from "node:crypto"

// Of every listing of a file, where its last row stands. Some seventy bytes each: the size of a file hardly matters.

/** 52 bits of a text, which a number holds: two of 200,000 keys fall together once in 200,000 files. */
const numberOf = (text: string): number => {
  const hash = createHash("sha256").update(text).digest()
  return hash.readUIntBE(0, 6) * 16 + (hash.readUInt8(6) % 16)
}

/** 30 bits, to tell two sittings of one listing apart. */
const smallNumberOf = (text: string): number =>
  createHash("sha256").update(text).digest().readUInt32BE(0) >>> 2

export type Standings = {
  readonly size: () => number
  readonly has: (key: string) => boolean
  readonly placeOf: (key: string) => number | undefined
  readonly isOtherSitting: (key: string, sitting: string) => boolean
  readonly put: (key: string, place: number, sitting: string) => void
  readonly remove: (key: string) => void
}

export const createStandings = (): Standings => {
  const at = new Map<number, number>()
  const places: number[] = []
  const sittings: number[] = []
  const find = (key: string): number | undefined => at.get(numberOf(key))
  return {
    size: () => at.size,
    has: (key) => find(key) !== undefined,
    placeOf: (key) => places[find(key) ?? -1],
    isOtherSitting: (key, sitting) => sittings[find(key) ?? -1] !== smallNumberOf(sitting),
    put: (key, place, sitting) => {
      const index = find(key) ?? places.length
      at.set(numberOf(key), index)
      places[index] = place
      sittings[index] = smallNumberOf(sitting)
    },
    remove: (key) => {
      at.delete(numberOf(key))
    },
  }
}
