import type { Letter } from "#kernel/messages/messages.ts"
import { dayText } from "#web/day-text.ts"
import { today } from "#web/dates.tsx"
import type { WaitingThere } from "#web/manifest.ts"
import { plainRuby } from "#web/ruby.tsx"
import type { View } from "#web/view.ts"

/** Longer lists are read on the page. */
const most = 30

/** The morning's list: what is due first stands first, what is late says so. */
export const morningLetter = (view: View, baseUrl: string, waiting: readonly WaitingThere[]): Letter => {
  const site = plainRuby(view.city.productName)
  const count = waiting.length
  const lines = waiting.slice(0, most).map((each) => lineOf(view, each))
  const rest = count > most ? [view.text("portal:morning.rest", { count: count - most })] : []
  return {
    subject: view.text("portal:morning.subject", { site, count }),
    body: [
      view.text("portal:morning.lead", { count }),
      "",
      ...lines,
      ...rest,
      "",
      view.text("portal:morning.end"),
    ].join("\n"),
    link: `${baseUrl}${view.href("/staff")}`,
  }
}

const lineOf = (view: View, { title, dueOn }: WaitingThere): string => {
  if (!dueOn) return view.text("portal:morning.line", { title })
  const late = Temporal.PlainDate.compare(dueOn, today(view)) < 0
  const day = plainRuby(dayText(view.lang, dueOn))
  return view.text(late ? "portal:morning.line-late" : "portal:morning.line-due", { title, day })
}
