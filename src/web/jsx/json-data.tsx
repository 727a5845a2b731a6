import { raw } from "hono/html"
import type { Child } from "./attributes.ts"

// `<` would end the script element early; JSON may spell it as an escape, so nothing else needs care.
function json(data: unknown): Child {
  return raw(JSON.stringify(data).replaceAll("<", "\\u003c")) as unknown as Child
}

/** Data for machines inside a page (schema.org). The only place where text is not escaped as HTML. */
export function JsonData({ data }: { readonly data: unknown }) {
  return <script type="application/ld+json">{json(data)}</script>
}
