import { oneLine, stated } from "./cells.ts"

export type ReadLink = {
  /** An address on the web, or empty. */
  readonly link: string
  /** What the cell says besides: the name of the site, from when it is there. */
  readonly words: string
  /** There was to be one, and it leads nowhere. */
  readonly isBroken: boolean
}

const harmful = /(?:^|[\s"'(（「])(?:javascript|vbscript|data|file|blob)\s*:/iu
const address = /[a-z][a-z0-9+.-]*:\/\/[^\s"'<>（）「」【】、。]+/giu
const nearlyAddress = /www\.|:\/\//iu
const longest = 500

/** Runs something, or opens a file of the reader: no such address is taken, whatever stands around it. */
export const isHarmfulLink = (cell: string): boolean => harmful.test(stated(cell).normalize("NFKC"))

const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text)
  if (!url || text.length > longest || url.username !== "") return false
  return (url.protocol === "https:" || url.protocol === "http:") && /\.[a-z]{2,}$/i.test(url.hostname)
}

/** Two addresses run into each other: https://example.nhttps://example.net/ */
const isDoubled = (text: string): boolean => (text.match(/https?:\/\//gi)?.length ?? 0) > 1

/** 「…/inde⏎x.html」: the rest of an address on the next line. Whether it belongs to it nobody can tell. */
const isCut = (cell: string, found: string): boolean =>
  /^\s*\n[!-~]+\s*$/.test(cell.slice(cell.indexOf(found) + found.length))

/** The first address of a cell, and what else it says. */
export const readLink = (cell: string): ReadLink => {
  const text = stated(cell)
  const [first = ""] = text.match(address) ?? []
  if (first === "") return { link: "", words: wordsOf(text), isBroken: nearlyAddress.test(text) }
  const isSound = isWebAddress(first) && !isDoubled(first) && !isCut(text, first)
  const words = isSound ? wordsOf(text.replaceAll(address, "\n")) : ""
  return { link: isSound ? first : "", words, isBroken: !isSound }
}

const wordsOf = (text: string): string => {
  const words = oneLine(text)
  return words === "なし" ? "" : words
}
