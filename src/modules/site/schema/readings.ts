// Readings as staff type them: 漢字《かんじ》, and ｜今日《きょう》 where it must be said where the word begins.

const written = /(?:[|｜]([^|｜《》\n]+)|([\p{Script=Han}々〆ヶ]+))《([ぁ-ゖァ-ヶー・ 　]+)》/gu

export type Piece = string | { readonly base: string; readonly reading: string }

/** The text in pieces, some of which have a reading. */
export const piecesOf = (text: string): Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(written)) {
    if (match.index > from) pieces.push(text.slice(from, match.index))
    pieces.push({ base: match[1] ?? match[2] ?? "", reading: match[3] ?? "" })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces
}

/** The text without its readings, for titles, lists and comparing. */
export const withoutReadings = (text: string): string =>
  piecesOf(text)
    .map((piece) => (typeof piece === "string" ? piece : piece.base))
    .join("")

/** Addresses are no text to be read. */
const addresses = /\]\([^)\s]*\)|https?:\/\/\S+/g

/** Easy Japanese is for people who cannot read kanji: one without its reading is a mistake. */
export const hasUnreadKanji = (text: string): boolean =>
  piecesOf(text.replaceAll(addresses, "")).some(
    (piece) => typeof piece === "string" && /\p{Script=Han}/u.test(piece),
  )

/** From the notation of message catalogues, `{大阪市|おおさかし}`. */
export const fromRuby = (text: string): string => text.replaceAll(/\{([^{}|]+)\|([^{}|]+)\}/g, "｜$1《$2》")

/** Into that notation. */
export const toRuby = (text: string): string =>
  piecesOf(text.replaceAll(/[{}]/g, ""))
    .map((piece) => (typeof piece === "string" ? piece : `{${piece.base}|${piece.reading}}`))
    .join("")
