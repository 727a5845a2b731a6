import type { Child } from "#jsx"
import { Day, momentText, Moment } from "#web/dates.tsx"
import { dayText, timeText } from "#web/day-text.ts"
import { ButtonLink } from "#web/ui/button.tsx"
import { Notice } from "#web/ui/notice.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { ChangeEntry } from "../queries/changes.ts"
import type { DateChange } from "../schema/changes.ts"
import { ScheduleWords } from "./schedule-words.tsx"
import { inWords } from "./form-words.ts"

/** Fields and the words by which a public page names them; whatever else there is counts as details. */
const labels: Readonly<Record<string, string>> = {
  kind: "filter.kind",
  title: "change.title-of",
  what: "what",
  forWhom: "for-whom",
  placeName: "place",
  placeAddress: "address",
  online: "online",
  scope: "area",
  areas: "area",
  howToJoin: "how-to-join",
  "apply.day": "change.deadline",
  "apply.time": "change.deadline",
  contact: "contact",
  link: "link",
  fields: "fields",
  fee: "fee",
  capacity: "capacity",
  "english.title": "change.english",
  "english.what": "change.english",
  "english.howToJoin": "change.english",
}

type ChangesProps = { readonly view: View; readonly areas: readonly Area[]; readonly entry: ChangeEntry }

/** What one correction changed: each with the old and the new. */
export function Changes({ view, areas, entry: { changes } }: ChangesProps) {
  const { texts, schedule, dates = [], reason = "" } = changes
  return (
    <dl class="changes">
      {schedule && (
        <Change
          view={view}
          label={view.t("web:when")}
          was={<ScheduleWords view={view} schedule={schedule[0]} />}
          now={<ScheduleWords view={view} schedule={schedule[1]} />}
        />
      )}
      {dates.length > 0 && (
        <div>
          <dt>{view.t("web:when")}</dt>
          <dd>
            <DateChanges view={view} dates={dates} />
            {reason !== "" && <p lang={contentLang(view, "ja")}>{reason}</p>}
          </dd>
        </div>
      )}
      {Object.entries(texts).map(([name, [was, now]]) => (
        <Change
          view={view}
          label={view.t(`listings:${labels[name] ?? "change.other"}`)}
          was={worded(view, areas, name, was)}
          now={worded(view, areas, name, now)}
        />
      ))}
    </dl>
  )
}

type ChangeProps = { readonly view: View; readonly label: Child; readonly was: Child; readonly now: Child }

function Change({ view, label, was, now }: ChangeProps) {
  const empty = view.t("listings:change.empty")
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span class="change-side">{view.t("listings:change.was")}</span> <del>{was || empty}</del>
      </dd>
      <dd>
        <span class="change-side">{view.t("listings:change.now")}</span> <ins>{now || empty}</ins>
      </dd>
    </div>
  )
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** Codes in words, days as people read them, everything else as it was written. */
const worded = (view: View, areas: readonly Area[], name: string, value: string): Child => {
  if (value === "") return null
  if (isoDay.test(value)) return <Day view={view} day={Temporal.PlainDate.from(value)} near={false} />
  const words = value
    .split("、")
    .map((each) => inWords(view, areas, name, each))
    .join("、")
  return <span lang={contentLang(view, "ja")}>{words}</span>
}

/** More of them than anybody compares are not written out. */
const mostDates = 12

function DateChanges({ view, dates }: { readonly view: View; readonly dates: readonly DateChange[] }) {
  const left = dates.length - mostDates
  return (
    <ul class="dates">
      {dates.slice(0, mostDates).map((date) => (
        <li>
          <strong>{view.t(`listings:status.${date.change}`)}</strong>{" "}
          {view.t("listings:change.dates-was", { day: dayAndTime(view, date.day, date.time) })}
          {date.toDay && (
            <> → {view.t("listings:change.dates-to", { day: dayAndTime(view, date.toDay, date.toTime) })}</>
          )}
        </li>
      ))}
      {left > 0 && <li>{view.t("listings:more", { count: left })}</li>}
    </ul>
  )
}

const dayAndTime = (view: View, day: string, time = ""): string => {
  const words = dayText(view.lang, Temporal.PlainDate.from(day))
  return time === "" ? words : `${words} ${timeText(view.lang, Temporal.PlainTime.from(time))}`
}

type LatestChangeProps = {
  readonly view: View
  readonly areas: readonly Area[]
  readonly changes: readonly ChangeEntry[]
  readonly publicId: string
}

/** Above a listing: what changed last, and the way to all that changed. */
export function LatestChange({ view, areas, changes, publicId }: LatestChangeProps) {
  const [latest] = changes
  if (!latest) return null
  return (
    <Notice
      view={view}
      kind="info"
      title={view.t("listings:change.latest", { at: momentText(view, latest.at) })}
    >
      <Changes view={view} areas={areas} entry={latest} />
      <p>
        <ButtonLink
          kind="quiet"
          size="small"
          icon="history"
          href={view.href(`/listings/${publicId}/changes`)}
        >
          {view.t("listings:act.history")}
        </ButtonLink>
      </p>
    </Notice>
  )
}

/** All that changed since it became public, newest first. */
export function AllChanges({ view, areas, changes }: Omit<LatestChangeProps, "publicId">) {
  return (
    <ol class="timeline">
      {changes.map((entry) => (
        <li class="change-entry">
          <p>
            <strong>
              <Moment view={view} at={entry.at} />
            </strong>
          </p>
          <Changes view={view} areas={areas} entry={entry} />
        </li>
      ))}
    </ol>
  )
}
