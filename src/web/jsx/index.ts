import { Fragment as honoFragment, jsx as honoJsx } from "hono/jsx/jsx-runtime"
import type { Child, Html } from "./attributes.ts"

export type { Child, Html } from "./attributes.ts"
export type { JSX } from "./elements.ts"

type Props = Readonly<Record<string, unknown>>

/** The compiler's target: types are checked against `JSX`, the drawing is hono's. */
export const jsx = honoJsx as unknown as (tag: unknown, props: Props, key?: string) => Html
export const jsxs = jsx
export const jsxDEV = jsx
export const Fragment = honoFragment as unknown as (props: { children?: Child }) => Html

/** A fragment of a page as text, escaped. */
export function draw(html: Html): string {
  const text: unknown = (html as { toString(): unknown }).toString()
  if (text instanceof Promise) throw new Error("A page must not wait: fetch in the handler, draw after")
  return String(text)
}

/** A whole page: what a handler hands to `c.html()`. */
export function drawPage(page: Html): string {
  return `<!DOCTYPE html>${draw(page)}`
}
