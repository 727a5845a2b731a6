import { cutLine } from "./letters.ts"

// What somebody wrote, without the mail that they answered: everything from the first sign of the quoted mail on is cut.

const cut = [cutLine.ja, cutLine.en].map((text) => text.replaceAll(/[─-]/g, "").trim())

/** Lines by which mail programs begin the mail that is answered. */
const beginnings: readonly RegExp[] = [
  /^-{2,}\s*(original message|forwarded message|元のメッセージ|転送メッセージ|original appointment)\s*-{2,}/i,
  /^_{8,}\s*$/,
  /^on\b.{5,200}\bwrote:$/i,
  /^.{0,40}\d{4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}.{0,200}(<[^<>\s]+@[^<>\s]+>|wrote|書きました|のメッセージ).{0,10}[:：]$/i,
  /^(from|差出人|送信者)\s*[:：].*@/i,
]

const signature = /^-- ?$/

const isQuote = (line: string): boolean => /^\s*[>＞]/.test(line)

const begins = (line: string): boolean =>
  cut.some((words) => line.includes(words)) || beginnings.some((pattern) => pattern.test(line.trim()))

/** A line such as "On … wrote:" is often broken in two. */
const beginsOverTwo = (line: string, next: string | undefined): boolean =>
  next !== undefined &&
  /^(on\b|\d{4}\s*[年/.-])/i.test(line.trim()) &&
  begins(`${line.trim()} ${next.trim()}`)

export const withoutQuoted = (text: string): string => {
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n")
  const end = lines.findIndex(
    (line, at) => begins(line) || signature.test(line) || beginsOverTwo(line, lines[at + 1]),
  )
  const kept = end === -1 ? lines : lines.slice(0, end)
  return kept
    .filter((line) => !isQuote(line))
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
}

/** The words of a mail that has no plain text; nothing of it is shown as HTML. */
export const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<(style|script|head|blockquote)\b[\s\S]*?(<\/\1>|$)/gi, "")
    .replaceAll(/<br\b[^>]*>|<\/(p|div|li|tr|h\d)>/gi, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&#(\d{1,7});/g, (_, code: string) => fromCode(Number(code)))
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)

const fromCode = (code: number): string => (code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : "")
