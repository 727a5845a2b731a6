import type { FormState } from "#web/forms.ts"
import { CheckboxField } from "#web/ui/choice-fields.tsx"
import { DateField, TimeField } from "#web/ui/date-field.tsx"
import { FieldRow } from "#web/ui/form.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import type { View } from "#web/view.ts"
import { Fold } from "./fold.tsx"

type PublicationFieldsProps = {
  readonly view: View
  readonly form: FormState
  /** What is public already has no time of publication any more. */
  readonly isPublic: boolean
}

/** When it becomes public, and whether search engines may show it. */
export function PublicationFields({ view, form, isPublic }: PublicationFieldsProps) {
  const field = fieldsOf(view, form)
  return (
    <Fold
      view={view}
      form={form}
      areas={[]}
      title={view.t("listings:publication.title")}
      lead={view.t(isPublic ? "listings:publication.no-index" : "listings:publication.lead")}
      names={isPublic ? ["noIndex"] : ["publish.day", "publish.time", "noIndex"]}
    >
      {!isPublic && (
        <FieldRow>
          <DateField
            {...field("publish.day")}
            label={view.t("listings:publication.day")}
            hint={view.t("listings:publication.hint")}
          />
          <TimeField
            {...field("publish.time")}
            label={view.t("listings:publication.time")}
            hint={view.t("listings:publication.time-hint")}
          />
        </FieldRow>
      )}
      <CheckboxField
        view={view}
        name="noIndex"
        label={view.t("listings:publication.no-index")}
        hint={view.t("listings:publication.no-index-hint")}
        checked={field("noIndex").value === "yes"}
      />
    </Fold>
  )
}

/** Their labels, for the summary of errors. */
export const publicationLabels = (view: View) => ({
  "publish.day": view.t("listings:publication.day"),
  "publish.time": view.t("listings:publication.time"),
})
