import type { Source } from "./sources.ts"

const ids = /\b(?:[a-z]+(?:-[a-z]+)*\.[A-Z]\d+|X\d+)\b/g

/** The ids of rules that a text names: civic-portal.R3, activity-publishing.U1, X12. */
export const ruleIds = (text: string): string[] => [...new Set(text.match(ids) ?? [])]

/** The names of tests: whatever is called with a text and then a function. */
const names =
  /\(\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1\s*,\s*(?:\{[^}]*\}\s*,\s*)?(?:async\b|\(|function\b|\w+\s*=>|\w+\s*\))/g

export const testNames = ({ text }: Source): string[] =>
  [...text.matchAll(names)].map(([, , name = ""]) => name)

/** Ids of rules that a README names and no test's name cites. */
export const uncited = (readme: string, tests: readonly Source[]): string[] => {
  const cited = new Set(tests.flatMap(testNames).flatMap(ruleIds))
  return ruleIds(readme).filter((id) => !cited.has(id))
}
