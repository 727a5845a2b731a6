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

export const withTwins = (text: string): string => text.replaceAll(twin, (sign) => twins[sign] ?? sign)

export const encodeCp932 = (text: string): Buffer => iconv.encode(text, "cp932")

/** Whether the bytes say what the text says. */
export const holdsAll = (bytes: Buffer, text: string): boolean => iconv.decode(bytes, "cp932") === text

export type Fitted = { readonly text: string; readonly unencodable: readonly string[] }

/** The text with 〓 for what CP932 lacks, and what that was. */
export const fitCp932 = (text: string): Fitted => {
  const unencodable = new Set<string>()
  const fitted = text.replaceAll(/\P{ASCII}/gu, (character) => {
    if (holdsAll(encodeCp932(character), character)) return character
    unencodable.add(character)
    return missing
  })
  return { text: fitted, unencodable: [...unencodable] }
}
