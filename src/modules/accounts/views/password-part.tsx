import type { FormState } from "#web/forms.ts"
import { ButtonLink, Button } from "#web/ui/button.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { Form } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { Child, View } from "#web/view.ts"

export type PasswordState = {
  readonly isSet: boolean
  /** The person has just signed in. */
  readonly maySet: boolean
}

type PasswordPartProps = {
  readonly view: View
  readonly state: PasswordState
  readonly form: FormState
  readonly label: Child
}

/** A password for those who want one. Forgotten is no trouble: sign in by mail and set another. */
export function PasswordPart({ view, state, form, label }: PasswordPartProps) {
  return (
    <section class="form-section" aria-labelledby="password-title">
      <h2 class="form-section-title" id="password-title">
        {view.t("accounts:profile.password-title")}
      </h2>
      <p>
        {view.t(state.isSet ? "accounts:profile.password-is-set" : "accounts:profile.password-is-not-set")}
      </p>
      {state.maySet ? (
        <Form view={view} action={view.href("/my/password")}>
          <TextField
            {...fieldsOf(view, form)("password")}
            value=""
            label={label}
            hint={view.t("accounts:profile.new-password-hint")}
            type="password"
            autocomplete="new-password"
            required
          />
          <Button kind="secondary">{view.t("accounts:profile.set-password")}</Button>
        </Form>
      ) : (
        <>
          <p>{view.t("accounts:profile.not-fresh")}</p>
          <p>
            <ButtonLink kind="secondary" href={view.href("/sign-in", { again: "1", next: "/my/profile" })}>
              {view.t("accounts:profile.sign-in-anew")}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  )
}
