import { contentLang } from "#web/ui/lang-mark.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { Link, Recognition } from "../schema/rows.ts"
import { WebLink } from "./web-link.tsx"

/** Hosts that people call by a name of their own. */
const services: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)(x|twitter)\.com$/, "X"],
  [/(^|\.)instagram\.com$/, "Instagram"],
  [/(^|\.)facebook\.com$/, "Facebook"],
  [/(^|\.)(youtube\.com|youtu\.be)$/, "YouTube"],
  [/(^|\.)(line\.me|lin\.ee)$/, "LINE"],
  [/(^|\.)note\.com$/, "note"],
  [/(^|\.)tiktok\.com$/, "TikTok"],
]

/** What a link goes by: its label, the name of the service, or its host. */
export const linkName = ({ label, url }: Link): string => {
  if (label !== "") return label
  const host = URL.parse(url)?.hostname ?? url
  return services.find(([pattern]) => pattern.test(host))?.[1] ?? host.replace(/^www\./, "")
}

export function LinkList({ links }: { readonly links: readonly Link[] }) {
  return (
    <ul class="bare-list">
      {links.map((link) => (
        <li>
          <a href={link.url} rel="external nofollow noopener">
            {linkName(link)}
          </a>
        </li>
      ))}
    </ul>
  )
}

type RecognitionListProps = { readonly view: View; readonly recognitions: readonly Recognition[] }

/** What the group was honoured with, the latest first, each with what shows it. */
export function RecognitionList({ view, recognitions }: RecognitionListProps) {
  return (
    <ul class="recognitions">
      {recognitions
        .toSorted((one, other) => other.year.localeCompare(one.year))
        .map(({ year, name, by, city, evidence }) => (
          <li lang={contentLang(view, "ja")}>
            {year !== "" && <span>{year} </span>}
            <strong>{name}</strong>（{by}）{" "}
            {city && <Tag kind="good">{view.t("organisations:city-award")}</Tag>}
            {evidence !== "" && (
              <span class="recognition-evidence">
                {/^https?:\/\//.test(evidence) ? <WebLink href={evidence} /> : evidence}
              </span>
            )}
          </li>
        ))}
    </ul>
  )
}
