import iconv from "iconv-lite"

// The same signs under the code points that CP932 knows; a converter alone writes 「?」 for them.
const twins: Readonly<Record<string, string>> = {
  "〜": "\uff5e",
  "−": "\uff0d",
  "‖": "\u2225",
  "—": "\u2015",
  "¢": "\uffe0",
  "£": "\uffe1",
  "¬": "\uffe2",
}
const twin = new RegExp(`[${Object.keys(twins).join("")}]`, "gu")

/** 〓 is what Japanese printing puts where a character is missing. */
const missing = "〓"

const isEncodable = (character: string): boolean =>
  iconv.decode(iconv.encode(character, "cp932"), "cp932") === character

export type Fitted = { readonly text: string; readonly unencodable: readonly string[] }

/** The text in characters that CP932 has, and those for which it has none. */
export const fitCp932 = (text: string): Fitted => {
  const known = text.replaceAll(twin, (sign) => twins[sign] ?? sign)
  if (isEncodable(known)) return { text: known, unencodable: [] }
  const unencodable = new Set<string>()
  const fitted = known.replaceAll(/\P{ASCII}/gu, (character) => {
    if (isEncodable(character)) return character
    unencodable.add(character)
    return missing
  })
  return { text: fitted, unencodable: [...unencodable] }
}

export const encodeCp932 = (text: string): Uint8Array => iconv.encode(text, "cp932")
