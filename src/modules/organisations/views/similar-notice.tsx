import { CheckboxField } from "#web/ui/choice-fields.tsx"
import { Notice } from "#web/ui/notice.tsx"
import type { FormState } from "#web/forms.ts"
import { fieldsOf } from "#web/ui/form-state.ts"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { SimilarHints } from "../queries/similar.ts"
import { areaNamesRuby, OrganisationName } from "./labels.tsx"

type SimilarNoticeProps = {
  readonly view: View
  readonly form: FormState
  readonly areas: readonly Area[]
  readonly similar: SimilarHints | null
}

/** Is it there already? The groups it may be, and the box with which one goes on. */
export function SimilarNotice({ view, form, areas, similar }: SimilarNoticeProps) {
  if (!similar || (similar.named.length === 0 && !similar.others)) return null
  const field = fieldsOf(view, form)("different")
  return (
    <Notice view={view} kind="warning" title={view.t("organisations:similar.title")}>
      {similar.named.length > 0 && (
        <ul>
          {similar.named.map((organisation) => (
            <li>
              <OrganisationName view={view} organisation={organisation} />（
              {areaNamesRuby(view, areas, [organisation.mainAreaCode])}）
            </li>
          ))}
        </ul>
      )}
      {similar.others && <p>{view.t("organisations:similar.others")}</p>}
      <p>{view.t("organisations:similar.next")}</p>
      <CheckboxField
        {...field}
        value="yes"
        label={view.t("organisations:similar.different")}
        checked={field.value === "yes"}
      />
    </Notice>
  )
}
