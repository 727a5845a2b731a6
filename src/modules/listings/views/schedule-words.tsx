import type { Child } from "#jsx"
import { Day, Days, Times } from "#web/dates.tsx"
import { dayText } from "#web/day-text.ts"
import type { View } from "#web/view.ts"
import { rulePartsOf, type RulePart } from "../schema/rule-parts.ts"
import type { Rule, Schedule, Span } from "../schema/schedule.ts"
import { ruleTold, untilTold } from "./rule-text.ts"

/** When a schedule takes place, in one or a few lines. */
export function ScheduleWords({ view, schedule }: { readonly view: View; readonly schedule: Schedule }) {
  if (schedule.kind === "any-time") return <>{view.t("listings:any-time")}</>
  if (schedule.kind === "rule") return <RuleWords view={view} rule={schedule} timed />
  if (schedule.dates.length === 0) return <>{view.t("listings:undetermined")}</>
  return (
    <ul class="dates">
      {schedule.dates.slice(0, 6).map((span) => (
        <li>
          <SpanWords view={view} span={span} />
        </li>
      ))}
    </ul>
  )
}

type RuleWordsProps = {
  readonly view: View
  readonly rule: Rule
  /** With the times of the day. */
  readonly timed?: boolean
}

/** What repeats, from when on in another way, and until when. */
export function RuleWords({ view, rule, timed = false }: RuleWordsProps) {
  const [first, ...later] = rulePartsOf(rule)
  const until = untilTold(view, rule)
  return (
    <>
      {first && <PartWords view={view} part={first} timed={timed} />}
      {later.map((part) => (
        <>
          {view.t("listings:dot")}
          {view.t("listings:rule-from", {
            day: dayText(view.lang, Temporal.PlainDate.from(part.first)),
          })}{" "}
          <PartWords view={view} part={part} timed />
        </>
      ))}
      {until && <> {view.t(until.key, until.values)}</>}
    </>
  )
}

type PartWordsProps = { readonly view: View; readonly part: RulePart; readonly timed: boolean }

function PartWords({ view, part, timed }: PartWordsProps) {
  const { key, values } = ruleTold(view, part)
  return (
    <>
      {view.t(key, values)}
      {timed && timesOf(view, part)}
    </>
  )
}

function SpanWords({ view, span }: { readonly view: View; readonly span: Span }) {
  const [first, last] = [Temporal.PlainDate.from(span.first), Temporal.PlainDate.from(span.last)]
  return (
    <>
      {first.equals(last) ? (
        <Day view={view} day={first} near={false} />
      ) : (
        <Days {...{ view, first, last }} />
      )}
      {timesOf(view, span)}
    </>
  )
}

const timesOf = (view: View, { start, end }: Pick<RulePart, "start" | "end">): Child =>
  start && (
    <>
      {" "}
      <Times
        view={view}
        start={Temporal.PlainTime.from(start)}
        {...(end ? { end: Temporal.PlainTime.from(end) } : {})}
      />
    </>
  )
