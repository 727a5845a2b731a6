import { hasControls } from "#kernel/text.ts"

/** What a typing is about: something new of a group, or something that is there. */
export type TypingKey = { readonly organisationId: string; readonly listingId: string | null }

/** So many unsaved things are kept for one person, and so long. */
export const mostTyped = 20
export const daysKept = 30

/** Fields of a form that are no text of anybody's. The version stays: the second of two editors is told later, too. */
const ours = new Set(["_key", "_typing", "_typing-version", "intent"])

/** What somebody typed, without the form's own fields; nothing where it is more than anybody types, or what nobody can. */
export const textsTyped = (
  typed: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> | null => {
  const texts = Object.fromEntries(Object.entries(typed).filter(([name]) => !ours.has(name)))
  if (Object.values(texts).some((values) => values.some(hasControls))) return null
  return JSON.stringify(texts).length <= 100_000 ? texts : null
}
