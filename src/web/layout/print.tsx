import { ruby } from "#web/ruby.tsx"
import { wareki } from "#web/wareki.ts"
import { Document, type PageProps } from "./document.tsx"

/** A paper: blank forms, notices, lists. On the screen it looks as it will on the sheet. */
export function PrintPage(props: PageProps) {
  const { view, title } = props
  const printed = view.now.toZonedDateTimeISO(view.zone).toPlainDate()
  return (
    <Document {...props} noindex surface="print" styles={["main.css"]}>
      <main id="main" class="sheet">
        <header class="sheet-head">
          <p>{ruby(view.city.name)}</p>
          <p>{view.lang === "en" ? printed.toString() : wareki(printed)}</p>
        </header>
        <h1 class="sheet-title">{title}</h1>
        {props.children}
      </main>
    </Document>
  )
}
