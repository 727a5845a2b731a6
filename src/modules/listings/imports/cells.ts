import { tidy } from "#kernel/text.ts"

/** Spreadsheets write a control character of a cell as _x000B_; in all that were seen it stood for a line break. */
const escapedBreaks = /_x000[ABD]_/gi
const onlyMarks = /^[\p{Dash}\s~〜～ー・.]*$/u

/** A cell as it is kept: its own words and lines, without blanks around. A mark for "none" is empty. */
export const stated = (cell: string): string => {
  const text = tidy(cell.replaceAll(escapedBreaks, "\n"))
  return onlyMarks.test(text) ? "" : text
}

/** On one line, where the lines of the cell only followed its width. */
export const oneLine = (cell: string): string => stated(cell).replaceAll(/[^\S\u3000]*\n\s*/g, " ")

const hasLines = /\n\s*/g
const isWide = /[\u3000-\u9fff\uf900-\ufaff\uff01-\uff60]/u

/** A title on one line: a wide blank between Japanese, as in print. */
export const titleOf = (cell: string): string => {
  const text = stated(cell)
  return text.replaceAll(hasLines, (_, at: number) => (isWide.test(text[at - 1] ?? "") ? "　" : " "))
}

/** Texts one after the other, each with its label in front; what says nothing is left out. */
export const labelled = (
  parts: readonly (readonly [label: string, text: string])[],
  between: string,
): string =>
  parts
    .filter(([, text]) => text !== "")
    .map(([label, text]) => (label ? `${label}：${text}` : text))
    .join(between)

export const lengthOf = (text: string): number => [...text].length
