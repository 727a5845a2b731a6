import { createHash } from "node:crypto"
import type { ReadTimes } from "#kernel/date-text/read-times.ts"
import type { Span } from "#kernel/date-text/reading.ts"
import { fold } from "#kernel/text.ts"
import { stated } from "./cells.ts"
import type { Position } from "./position.ts"
import type { Identity } from "./profile.ts"

/** Folded for telling whether two texts are one: width, kana, marks and blanks do not matter. */
const same = (text: string): string => fold(text).replaceAll(" ", "") || text.trim()

/** Who invites: the first telephone number, since names of offices are written in many ways; else the name. */
export const whoOf = (phones: string, name: string): string => {
  const [number] =
    stated(phones)
      .normalize("NFKC")
      .match(/\d[\d-]{5,}\d/) ?? []
  return number ? number.replaceAll("-", "") : same(stated(name))
}

/**
 * The last day: it stays when an exhibition is announced again as 「～12月27日」, and when days that are over are
 * left out. Empty where no day is known.
 */
export const whenOf = (days: readonly Span[]): string => {
  const ends = days.map(({ first, last }) => (last ? last.toString() : `${first?.toString()}~`))
  return ends.toSorted().at(-1) ?? ""
}

/** The building, by its position to some 100 m since rooms are renamed, and when it begins. */
export const sittingOf = (position: Position | undefined, place: string, times: ReadTimes): string => {
  const where = position ? `${position.latitude.toFixed(3)},${position.longitude.toFixed(3)}` : same(place)
  return [where, ...times.sessions.map(({ start }) => start.toString({ smallestUnit: "minute" }))].join(" ")
}

/** The key under which a row is found again. `apart`: with its sitting, because its edition has several. */
export const keyOf = (identity: Identity, apart: boolean): string => {
  if ("id" in identity) return `no|${identity.id}`
  const { who, what, when, sitting } = identity
  return [when, who, same(what), ...(apart ? [sitting] : [])].join("|")
}

/** 72 bits of a text: enough to tell any two apart. */
export const digest = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 12)
