import MarkdownIt, { type Token } from "markdown-it"

// Site pages are written in Markdown. HTML in it stays text, and pictures are not taken in.

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable([
  "image",
  "code",
  "html_block",
])
// What leads nowhere good is refused by the form, not silently left out.
markdown.validateLink = () => true

export type MarkdownToken = Token

export const readMarkdown = (body: string): MarkdownToken[] => markdown.parse(body, {})

/** Where the links of a text lead. */
export const targetsIn = (tokens: readonly MarkdownToken[]): string[] =>
  tokens.flatMap((token) => [
    ...(token.type === "link_open" ? [String(token.attrGet("href") ?? "")] : []),
    ...targetsIn(token.children ?? []),
  ])
