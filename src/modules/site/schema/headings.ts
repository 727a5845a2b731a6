import { fold } from "#kernel/text.ts"
import { readMarkdown, type MarkdownToken } from "./markdown.ts"
import { withoutReadings } from "./readings.ts"

export type Heading = { readonly level: number; readonly text: string; readonly id: string }

/** What a heading is called in addresses: its words, so that a link to a question stays when others are added. */
export const headingId = (written: string): string => {
  const words = withoutReadings(written)
    .normalize("NFKC")
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60)
    .toLowerCase()
  return /^\p{Letter}/u.test(words) ? words : `part-${words}`
}

const headingsAt = (tokens: readonly MarkdownToken[]) =>
  tokens.flatMap((token, at) => {
    if (token.type !== "heading_open") return []
    const text = tokens[at + 1]?.content ?? ""
    return [{ level: Number(token.tag.slice(1)), text, id: headingId(text), line: token.map?.[0] ?? 0 }]
  })

export const headingsOf = (body: string): Heading[] => headingsAt(readMarkdown(body))

export type Question = Heading & { readonly group: string; readonly answer: string }

/** A page of questions: headings of the first level group them, those of the second are the questions. */
export const questionsOf = (body: string): Question[] => {
  const lines = body.split("\n")
  const headings = headingsAt(readMarkdown(body))
  const groupOf = (at: number) => headings.slice(0, at).findLast(({ level }) => level === 1)?.text ?? ""
  return headings.flatMap((heading, at) => {
    if (heading.level !== 2) return []
    const answer = lines
      .slice(heading.line + 1, headings[at + 1]?.line)
      .join("\n")
      .trim()
    return [{ ...heading, group: groupOf(at), answer }]
  })
}

/** Questions in which every word stands, in the question or in the answer; widths and kana do not matter. */
export const findQuestions = (questions: readonly Question[], words: string): readonly Question[] => {
  const wanted = fold(words)
    .split(" ")
    .filter((word) => word !== "")
  return questions.filter(({ text, answer }) => {
    const said = fold(withoutReadings(`${text} ${answer}`))
    return wanted.every((word) => said.includes(word))
  })
}
