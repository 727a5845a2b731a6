import type { Child } from "#jsx"

const notation = /\{([^{}|]+)\|([^{}|]+)\}/g

/**
 * Text with readings in the notation `{都島|みやこじま}` as page text.
 * Give it our own messages and stored readings only: names typed by people are content, not notation.
 */
export function ruby(text: string): Child {
  if (!text.includes("{")) return text
  return [...pieces(text)]
}

/** The same text without its readings, for attributes, titles and mail. */
export function plainRuby(text: string): string {
  return text.replaceAll(notation, "$1")
}

function* pieces(text: string): Generator<Child> {
  let from = 0
  for (const match of text.matchAll(notation)) {
    if (match.index > from) yield text.slice(from, match.index)
    yield <Reading base={match[1] ?? ""} reading={match[2] ?? ""} />
    from = match.index + match[0].length
  }
  if (from < text.length) yield text.slice(from)
}

/** A word and its reading, such as the stored kana of a name. The brackets show where ruby is not drawn. */
export function Reading({ base, reading }: { readonly base: string; readonly reading: string }) {
  return (
    <ruby>
      {base}
      <rp>（</rp>
      <rt>{reading}</rt>
      <rp>）</rp>
    </ruby>
  )
}
