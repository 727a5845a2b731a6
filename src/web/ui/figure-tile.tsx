import type { Child } from "#jsx"
import type { View } from "#web/view.ts"

type FigureTileProps = {
  readonly view: View
  readonly label: Child
  /** Nothing when no desk has reported: that is not nought. */
  readonly value: number | undefined
  readonly unit: Child
  /** As of when, compared with what. */
  readonly note?: Child
  /** A figure opens into what it counts. */
  readonly href?: string
}

export function FigureTile({ view, label, value, unit, note, href }: FigureTileProps) {
  const amount = value === undefined ? view.t("web:not-reported") : value.toLocaleString(view.htmlLang)
  return (
    <div class="figure-tile">
      <dt>{href ? <a href={href}>{label}</a> : label}</dt>
      <dd>
        <span class="figure-value" data-missing={value === undefined ? "true" : undefined}>
          {amount}
        </span>
        {value !== undefined && <span class="figure-unit">{unit}</span>}
        {note && <span class="figure-note">{note}</span>}
      </dd>
    </div>
  )
}

/** Figures in one quiet row. */
export function FigureTiles({ children }: { readonly children: Child }) {
  return <dl class="figure-tiles">{children}</dl>
}
