import { nameKey } from "#kernel/text.ts"

/** What somebody typed into the office's one search box, in the forms in which things are kept. */
export type Question = {
  /** Width folded, no blanks around. */
  readonly text: string
  /** As `nameKey` keeps names and readings; empty when it holds no letter. */
  readonly key: string
  /** Patterns that a kept telephone number fits, when at least four digits were typed and nothing else. */
  readonly phones: readonly string[]
}

const mostLetters = 100

/** Full-width, hyphens, brackets and blanks do not matter. */
export const readQuestion = (typed: string): Question => {
  const text = typed.normalize("NFKC").slice(0, mostLetters).trim()
  return { text, key: nameKey(text), phones: phonesOf(text) }
}

/** A leading 0 is kept as +81; the last four digits may begin with 0 too. */
const phonesOf = (text: string): string[] => {
  if (!/^[+\d\s().ー−‐–—-]+$/.test(text)) return []
  const digits = text.replaceAll(/[^\d+]/g, "")
  if (!/^\+?\d{4,15}$/.test(digits)) return []
  return digits.startsWith("0") ? [`+81${digits.slice(1)}%`, `%${digits}%`] : [`%${digits}%`]
}

/** `%` and `_` mean themselves in a pattern. */
export const inPattern = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)
