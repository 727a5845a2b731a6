import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import { wouldHelp } from "../schema/completeness.ts"
import type { Profile } from "../schema/form.ts"

/** No more than this many at once: a hint, not a list of faults. */
const most = 3

type HintProps = { readonly view: View; readonly profile: Profile; readonly href: string }

/** What would tell citizens more about the group; gone when nothing is left to say. */
export function CompletenessHint({ view, profile, href }: HintProps) {
  const left = wouldHelp(profile).slice(0, most)
  if (left.length === 0) return null
  return (
    <Notice view={view} kind="info" title={view.t("organisations:complete.title", { count: left.length })}>
      <ul>
        {left.map((field) => (
          <li>
            <a href={`${href}#field-${field}`}>{view.t(`organisations:form.${field}`)}</a>
            {view.t("web:colon")}
            {view.t(`organisations:complete.${field}`)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
