import { dayText, nearWord } from "#web/day-text.ts"
import { today } from "#web/dates.tsx"
import { ruby } from "#web/ruby.tsx"
import type { View } from "#web/view.ts"

export type WeekDay = { readonly day: Temporal.PlainDate; readonly href: string; readonly count: number }

type WeekStripProps = { readonly view: View; readonly label: string; readonly days: readonly WeekDay[] }

/** Seven days, each a link with how much happens on it. */
export function WeekStrip({ view, label, days }: WeekStripProps) {
  return (
    <ol class="week-strip" aria-label={label}>
      {days.map(({ day, href, count }) => (
        <li>
          <a
            class="week-day"
            href={href}
            data-empty={count === 0 ? "true" : undefined}
            data-weekday={String(day.dayOfWeek)}
          >
            <time class="week-day-name" datetime={day.toString()}>
              {nearWord(view.lang, day, today(view))}
              <span>{ruby(dayText(view.lang, day, { year: false }))}</span>
            </time>
            <span class="week-day-count">{view.t("web:count", { count })}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}
