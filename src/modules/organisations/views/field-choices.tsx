import { FieldGroup, fieldId } from "#web/ui/field.tsx"
import type { Child } from "#jsx"
import type { View } from "#web/view.ts"
import { fieldGroups, officialField } from "../schema/fields.ts"
import { fieldLabel } from "./labels.tsx"

type FieldChoicesProps = {
  readonly view: View
  readonly name: string
  readonly values: readonly string[]
  readonly label: Child
  readonly hint?: Child
  readonly error?: Child
}

/** The 20 fields, grouped as people look for them; the wording of the law stands folded beneath. */
export function FieldChoices(props: FieldChoicesProps) {
  const { view, name, values, error } = props
  return (
    <FieldGroup {...props} required>
      {fieldGroups.map(({ key, fields }) => (
        <fieldset>
          <legend class="field-label">{view.t(`organisations:field-group.${key}`)}</legend>
          <div class="choices" data-columns="true">
            {fields.map((field) => (
              <div class="choice">
                <label class="choice-label">
                  <input
                    class="choice-input"
                    type="checkbox"
                    id={boxId(name, field)}
                    name={name}
                    value={String(field)}
                    checked={values.includes(String(field))}
                    aria-invalid={error ? "true" : undefined}
                  />
                  <span>{fieldLabel(view, field)}</span>
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      ))}
      <LawsWords view={view} />
    </FieldGroup>
  )
}

function LawsWords({ view }: Pick<FieldChoicesProps, "view">) {
  return (
    <details>
      <summary>{view.t("organisations:field-wording")}</summary>
      <dl class="wordings">
        {fieldGroups
          .flatMap(({ fields }) => fields)
          .map((field) => (
            <div>
              <dt>{fieldLabel(view, field)}</dt>
              <dd lang={view.htmlLang === "ja" ? undefined : "ja"}>{officialField(field)}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}

// The first box carries the id of the whole field: that is where the error summary leads.
const boxId = (name: string, field: number): string =>
  field === fieldGroups[0].fields[0] ? fieldId(name) : `${fieldId(name)}-${field}`
