import type { Child } from "#jsx"
import { plainRuby } from "#web/ruby.tsx"
import type { View } from "#web/view.ts"

/** An island's file in `src/web/islands`, without `.ts`. */
export type Island =
  | "copy-link"
  | "more-rows"
  | "still-missing"
  | "office-keys"
  | "quick-find"
  | "private-link"
  | "save-typing"
  | "submit-once"
  | "unsaved-changes"
  | "upload-field"

export type PageProps = {
  readonly view: View
  /** Of the page, without the product's name. */
  readonly title: string
  readonly children: Child
  /** One sentence for search engines and shared links. */
  readonly description?: string
  /** Absolute address of this content, whatever the query. */
  readonly canonical?: string
  readonly noindex?: boolean
  readonly scripts?: readonly Island[]
  /** Feeds and files of the same content. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title: string }[]
  /** In the head: schema.org data. */
  readonly head?: Child
}

type DocumentProps = PageProps & {
  readonly surface: "public" | "my" | "staff" | "print"
  readonly styles: readonly string[]
}

/** The frame of every page. */
export function Document(props: DocumentProps) {
  const { view, title, surface, styles } = props
  return (
    <html lang={view.htmlLang} data-surface={surface} data-lang={view.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} | ${plainRuby(view.city.productName)}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={surface === "print" ? "light" : "light dark"} />
        <Describing {...props} />
        {styles.map((name) => (
          <link rel="stylesheet" href={view.asset(name)} />
        ))}
        <link rel="icon" type="image/svg+xml" href={view.asset("icon.svg")} />
        {(props.scripts ?? []).map((name) => (
          <script type="module" src={view.asset(`${name}.js`)}></script>
        ))}
        {props.head}
      </head>
      <body>{props.children}</body>
    </html>
  )
}

function Describing({ view, title, description, canonical, noindex, alternates = [] }: PageProps) {
  return (
    <>
      {noindex && <meta name="robots" content="noindex" />}
      {description && <meta name="description" content={description} />}
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={plainRuby(view.city.productName)} />
      {description && <meta property="og:description" content={description} />}
      {canonical && <link rel="canonical" href={canonical} />}
      {canonical && <link rel="alternate" hreflang="ja" href={canonical} />}
      {canonical && <link rel="alternate" hreflang="en" href={`${canonical}?lang=en`} />}
      {alternates.map(({ type, href, title: name }) => (
        <link rel="alternate" type={type} href={href} title={name} />
      ))}
    </>
  )
}
