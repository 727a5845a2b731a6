import { Days } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { Button } from "#web/ui/button.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { FieldRow, Form } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { Deputy } from "../queries/coming.ts"
import type { HeldPost } from "../queries/posts.ts"

type DeputiesProps = {
  readonly view: View
  readonly held: HeldPost
  readonly deputies: readonly Deputy[]
  readonly names: ReadonlyMap<string, string>
  readonly form: FormState
}

/** Who stands in for the holder, and from when to when. */
export function DeputiesPart({ view, held, deputies, names, form }: DeputiesProps) {
  const field = fieldsOf(view, form)
  return (
    <section class="record-action" aria-labelledby="deputies">
      <h2 id="deputies">{view.t("accounts:deputy.title")}</h2>
      <p>{view.t("accounts:deputy.lead")}</p>
      {deputies.length > 0 && (
        <ul class="deputies">
          {deputies.map((deputy) => (
            <li>
              <span>
                {names.get(deputy.accountId) ?? ""}{" "}
                <Days view={view} first={deputy.validFrom} last={deputy.validTo} />
              </span>
              <Form
                view={view}
                action={view.href(`/staff/posts/${held.id}/deputies/${deputy.id}/end`)}
                label={names.get(deputy.accountId) ?? ""}
              >
                <Button kind="secondary" size="small">
                  {view.t("accounts:deputy.end")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form view={view} action={view.href(`/staff/posts/${held.id}/deputies`)}>
        <TextField
          {...field("address")}
          label={view.t("accounts:deputy.address")}
          hint={view.t("accounts:deputy.address-hint")}
          type="email"
          required
        />
        <FieldRow>
          <DateField {...field("from")} label={view.t("accounts:post.from")} required />
          <DateField {...field("until")} label={view.t("accounts:deputy.until")} required />
        </FieldRow>
        <Button kind="secondary">{view.t("accounts:deputy.name")}</Button>
      </Form>
    </section>
  )
}
