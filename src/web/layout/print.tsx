import { ruby } from "#web/ruby.tsx"
import { wareki } from "#web/wareki.ts"
import { dayText } from "#web/day-text.ts"
import type { View } from "#web/view.ts"
import { Document, type PageProps } from "./document.tsx"

type PrintPageProps = PageProps & {
  /** Of the heading, where it is what people wrote. */
  readonly titleLang?: string | undefined
}

/** A paper: blank forms, notices, lists. On the screen it looks as it will on the sheet. */
export function PrintPage(props: PrintPageProps) {
  const { view, title, titleLang } = props
  const printed = view.now.toZonedDateTimeISO(view.zone).toPlainDate()
  return (
    <Document {...props} noindex surface="print" styles={["main.css"]}>
      <main id="main" class="sheet">
        <header class="sheet-head">
          <p>{ruby(view.city.name)}</p>
          <p>{printedOn(view, printed)}</p>
        </header>
        <h1 class="sheet-title" lang={titleLang}>
          {title}
        </h1>
        {props.children}
      </main>
    </Document>
  )
}

const printedOn = ({ lang }: View, day: Temporal.PlainDate) => {
  if (lang === "ja-easy") return ruby(dayText(lang, day))
  return lang === "en" ? day.toString() : wareki(day)
}
