import { type Child, Fragment, jsx } from "#jsx"
import { Reading } from "#web/ruby.tsx"
import { type MarkdownToken, readMarkdown } from "../schema/markdown.ts"
import { piecesOf } from "../schema/readings.ts"
import { headingId } from "../schema/headings.ts"

type MarkdownProps = {
  readonly body: string
  /** Draws readings: 漢字《かんじ》. */
  readonly readings?: boolean
  /** Makes an address inside the site carry the language. */
  readonly href: (path: string) => string
  /** Stands before the ids of headings, where several texts stand on one page. */
  readonly prefix?: string
}

/** A text in Markdown as page elements, without any HTML of its own. Its first level of headings is the page's second. */
export function Markdown({ body, ...how }: MarkdownProps) {
  return <>{elementsOf(readMarkdown(body), how)}</>
}

/** One line with readings, such as a title. */
export function WithReadings({ text }: { readonly text: string }) {
  return (
    <>
      {piecesOf(text).map((piece) =>
        typeof piece === "string" ? piece : <Reading base={piece.base} reading={piece.reading} />,
      )}
    </>
  )
}

type How = Omit<MarkdownProps, "body">

/** Opening and closing tokens become nested elements. */
const elementsOf = (tokens: readonly MarkdownToken[], how: How): Child[] => {
  const children: Child[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) break
    if (token.nesting !== 1) {
      children.push(leaf(token, how))
      continue
    }
    const end = closingOf(tokens, at)
    children.push(element(token, tokens.slice(at + 1, end), how))
    at = end
  }
  return children
}

const closingOf = (tokens: readonly MarkdownToken[], open: number): number => {
  let depth = 0
  for (let at = open; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0
    if (depth === 0) return at
  }
  return tokens.length
}

const leaf = (token: MarkdownToken, how: How): Child => {
  if (token.type === "inline") return elementsOf(token.children ?? [], how)
  if (token.type === "hardbreak" || token.type === "softbreak") return <br />
  if (token.type === "hr") return <hr />
  if (token.type === "code_inline") return <code>{token.content}</code>
  if (token.type === "fence" || token.type === "code_block") return <pre>{token.content}</pre>
  return how.readings ? <WithReadings text={token.content} /> : token.content
}

const element = (token: MarkdownToken, inner: readonly MarkdownToken[], how: How): Child => {
  const children = elementsOf(inner, how)
  if (token.hidden) return children
  if (token.type === "heading_open") return heading(token, inner, children, how)
  if (token.type === "link_open") return link(String(token.attrGet("href") ?? ""), children, how)
  if (token.type === "table_open") return <TableFrame>{children}</TableFrame>
  const start = token.type === "ordered_list_open" ? token.attrGet("start") : null
  return jsx(tagOf(token), start ? { start, children } : { children })
}

const tags = new Set([
  ...["p", "ul", "ol", "li", "strong", "em", "s", "blockquote"],
  ...["table", "thead", "tbody", "tr", "th", "td"],
])
const tagOf = (token: MarkdownToken): string => (tags.has(token.tag) ? token.tag : "p")

/** A page has one h1, its title: what is written as the first level is the second. */
const heading = (
  token: MarkdownToken,
  inner: readonly MarkdownToken[],
  children: readonly Child[],
  { prefix = "" }: How,
): Child => {
  const level = Math.min(6, Number(token.tag.slice(1)) + 1)
  return jsx(`h${level}`, { id: prefix + headingId(inner.map(({ content }) => content).join("")), children })
}

const link = (target: string, children: readonly Child[], { href }: How): Child => {
  if (target.startsWith("/")) return <a href={href(target)}>{children}</a>
  if (!/^(?:https?|mailto|tel):|^#/.test(target)) return <Fragment>{children}</Fragment>
  return <a href={target}>{children}</a>
}

function TableFrame({ children }: { readonly children: Child }) {
  return (
    <div class="prose-table">
      <table>{children}</table>
    </div>
  )
}
