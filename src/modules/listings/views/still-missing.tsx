import { fieldId } from "#web/ui/field.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import { applyWays } from "../schema/details.ts"
import { notAskedBy, type PartName } from "../schema/parts.ts"

type StillMissingProps = { readonly view: View; readonly areas: readonly Area[] }

type Item = {
  /** The message that names it. */
  readonly label: string
  /** The field it leads to. */
  readonly to: string
  /** Fields of which one is enough; `name=value` where only that answer is. */
  readonly any: readonly string[]
  /** Only asked where its kinds are; only where one has to apply. */
  readonly part?: PartName
  readonly applies?: true
}

const scopes = ["scope=whole-city", "scope=outside"]

const items: readonly Item[] = [
  { label: "form.title", to: "title", any: ["title"] },
  { label: "form.what", to: "what", any: ["what"] },
  {
    label: "missing.when",
    to: "schedule.way",
    any: ["schedule.dates.0.first", "schedule.rule.first", "schedule.way=any-time"],
    part: "when",
  },
  { label: "missing.where", to: "placeName", any: ["placeName", "online"], part: "place" },
  { label: "form.howToJoin", to: "howToJoin", any: ["howToJoin"], part: "how" },
  { label: "form.ways", to: "byPhone", any: [...applyWays, "link"], part: "entry", applies: true },
  { label: "missing.areas", to: "scope", any: ["areas", ...scopes] },
  { label: "form.fields", to: "fields", any: ["fields"] },
]

/** activity-publishing.R4: what it takes to be published, on one glance; with script only what is not there yet. */
export function StillMissing({ view, areas }: StillMissingProps) {
  const asked = items.filter(({ to }) => to !== "scope" || areas.length > 1)
  return (
    <still-missing class="missing">
      <p class="missing-title">{view.t("listings:missing.title")}</p>
      <ul class="missing-list">
        {asked.map(({ label, to, any, part, applies }) => (
          <li data-any={any.join(" ")} data-not={part && notAskedBy(part)} data-applies={applies && "true"}>
            <a href={`#${fieldId(to)}`}>{view.t(`listings:${label}`)}</a>
          </li>
        ))}
      </ul>
      <p class="missing-none" hidden>
        {view.t("listings:missing.none")}
      </p>
    </still-missing>
  )
}
