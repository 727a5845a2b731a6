import type { Child } from "#jsx"
import { type Area, areaRuby } from "#modules/places"
import { Day } from "#web/dates.tsx"
import { ruby } from "#web/ruby.tsx"
import { Section } from "#web/ui/section.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { StandingNotices } from "../queries/notices.ts"
import { inLang } from "../schema/contents.ts"
import type { SiteNotice } from "../schema/notices.ts"
import { langOf, titleOf } from "./written.tsx"

const dayOf = (view: View, at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(view.zone).toPlainDate()

export const startDayOf = (view: View, { startsAt }: SiteNotice): Temporal.PlainDate => dayOf(view, startsAt)

/** The last day on which it still stands. */
export const lastDayOf = (view: View, endsAt: Temporal.Instant): Temporal.PlainDate =>
  dayOf(view, endsAt.subtract({ seconds: 1 }))

type NoticeListProps = {
  readonly view: View
  readonly notices: readonly SiteNotice[]
  readonly areas: readonly Area[]
}

/** Notices by day, each with its area where it has one. */
export function NoticeList({ view, notices, areas }: NoticeListProps) {
  const named = new Map(areas.map((area) => [area.code, area]))
  return (
    <ul class="notices">
      {notices.map((notice) => {
        const text = inLang(notice.contents, view.lang)
        const area = named.get(notice.areaCode ?? "")
        return (
          <li>
            <Day view={view} day={startDayOf(view, notice)} near={false} />
            <a href={view.href(`/notices/${notice.publicId}`)} lang={langOf(view, text.lang)}>
              {titleOf(text)}
            </a>
            {area && <Tag icon="place">{ruby(areaRuby(view, area))}</Tag>}
          </li>
        )
      })}
    </ul>
  )
}

export const noticesOnFront = (view: View, { notices }: StandingNotices): Child =>
  notices.length === 0 ? null : (
    <Section
      id="notices"
      title={view.t("site:notices.title")}
      more={{ label: view.t("site:notices.all"), href: view.href("/notices") }}
    >
      <NoticeList view={view} notices={notices} areas={[]} />
    </Section>
  )

export const noticesOnArea = (view: View, { notices }: StandingNotices): Child =>
  notices.length === 0 ? null : (
    <section aria-labelledby="notices">
      <h2 id="notices">{view.t("site:notices.of-area")}</h2>
      <NoticeList view={view} notices={notices} areas={[]} />
    </section>
  )
