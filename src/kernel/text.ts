// Characters of Japanese text: what people type, folded for comparing and for searching. X11.

// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0080-\u009F]/

/** NUL bytes and other control characters, which no text needs; line breaks and tabs are not among them. */
export const hasControls = (text: string): boolean => controls.test(text)

/** They turn the writing of whatever stands after them, in lists and subjects too; telephones paste them unseen. */
const directions = /[\u202A-\u202E\u2066-\u2069]/g

/** As stored: NFC (names keep their characters), one kind of line break, one direction, no blanks around. */
export const tidy = (text: string): string => {
  const kept = text.normalize("NFC").replaceAll(/\r\n?/g, "\n").replaceAll(directions, "").trim()
  return isVisible(kept) ? kept : ""
}

/** A name of zero-width spaces is no name. */
const isVisible = (text: string): boolean => /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text)

/** ひらがな for カタカナ. */
export const toHiragana = (text: string): string =>
  text.replaceAll(/[ァ-ヶ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))

/** カタカナ for ひらがな, half-width kana made full: the form of a フリガナ field. */
export const toKatakana = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[ぁ-ゖ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60))

export const isKana = (text: string): boolean =>
  /^[ァ-ヶー・　 、。「」（）()&＆A-Za-z0-9０-９Ａ-Ｚａ-ｚ!！?？.-]+$/.test(text)

const smallKana: Record<string, string> = {
  ぁ: "あ",
  ぃ: "い",
  ぅ: "う",
  ぇ: "え",
  ぉ: "お",
  っ: "つ",
  ゃ: "や",
  ゅ: "ゆ",
  ょ: "よ",
  ゎ: "わ",
  ゕ: "か",
  ゖ: "け",
}

/** Old or variant forms of characters, and spellings that mean the same word; kana are hiragana by then. */
const variants: readonly (readonly [RegExp, string])[] = [
  [/子ども|こども|子供/g, "子供"],
  [/障がい|障碍|しょうがい/g, "障害"],
  [/申し込み|申込み|申し込/g, "申込"],
  [/寄附/g, "寄付"],
  [/齋|齊|斉/g, "斎"],
  [/邊|邉/g, "辺"],
  [/澤/g, "沢"],
  [/濱/g, "浜"],
  [/髙/g, "高"],
  [/﨑/g, "崎"],
  [/國/g, "国"],
  [/嶋|嶌/g, "島"],
  [/(.)々/gu, "$1$1"],
]

/** Small ヶ between kanji, often typed large, is read が: 霞ヶ関. Elsewhere a large ケ is itself: カラオケ大会. */
const readAsGa = /[ヶヵ](?=\p{Script=Han})|(?<=\p{Script=Han})ケ(?=\p{Script=Han})/gu

/** They choose between drawings of one kanji: 葛󠄀城 is 葛城. */
const variationSelectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu

/**
 * Folded for searching: width, case, kana, long vowels, small kana and common variants no longer matter.
 * Used when indexing and when asking; the original is what is shown.
 */
export const fold = (text: string): string => {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll(variationSelectors, "")
  let folded = toHiragana(plain.replaceAll(readAsGa, "が"))
  for (const [pattern, usual] of variants) folded = folded.replaceAll(pattern, usual)
  return folded
    .replaceAll(/[ー〜~−‐-]/g, "")
    .replaceAll(/[ぁぃぅぇぉっゃゅょゎゕゖ]/g, (letter) => smallKana[letter] ?? letter)
    .replaceAll(/[^\p{Letter}\p{Number}\p{Mark}]+/gu, " ")
    .trim()
}

const legalForms =
  /(?:認定)?特定非営利活動法人|(?:認定)?npo法人|npo|(?:一般|公益)?(?:社団|財団)法人|社会福祉法人|株式会社|有限会社|労働者協同組合|\((?:特非|株|有|社福|一社|公社)\)/g

/** Folded for telling whether two names mean one group: without legal form, blanks and marks. */
export const nameKey = (name: string): string => {
  const plain = name.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "").replaceAll(legalForms, "")
  return fold(plain).replaceAll(" ", "")
}

/** Digits of a Japanese telephone number in E.164, or null where the area code cannot be known. */
export const phoneKey = (phone: string): string | null => {
  const digits = phone.normalize("NFKC").replaceAll(/[^0-9+]/g, "")
  if (/^\+81[1-9]\d{8,9}$/.test(digits)) return digits
  return /^0[1-9]\d{8,9}$/.test(digits) ? `+81${digits.slice(1)}` : null
}

/** The two-character pieces of the words of a folded text, once each. */
export const grams = (folded: string): string[] => {
  const pieces = new Set<string>()
  for (const word of folded.split(" ")) {
    const letters = Array.from(word)
    for (let at = 0; at + 1 < letters.length; at++) pieces.add(`${letters[at]}${letters[at + 1]}`)
  }
  return [...pieces]
}
