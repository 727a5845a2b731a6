import type { Context as HonoContext } from "hono"
import { type Child, drawPage } from "#jsx"
import { NotFound } from "#kernel/errors.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, filledForm, type FormState, submitForm, typedValue } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button } from "#web/ui/button.tsx"
import { RadiosField } from "#web/ui/choice-fields.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form, Hidden } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { authOf } from "../auth/auth.ts"
import { hasPassword } from "../auth/passwords.ts"
import { findPerson } from "../auth/people.ts"
import { maySetPassword, saveProfile, setPassword } from "../commands/own-account.ts"
import { nextPath, passwordForm, profileForm } from "../schema.ts"
import { PasswordPart, type PasswordState } from "../views/password-part.tsx"

export const profilePage = routes()
  .get("/profile", async (c) => {
    const next = nextPath().parse(c.req.query("next"))
    return c.html(drawPage(<Profile {...await profileOf(c)} next={next} />))
  })
  .post("/profile", (c) =>
    submitForm(c, {
      schema: profileForm,
      run: async (context, input) => {
        await saveProfile(context, input)
        return input.next || "/my/profile"
      },
      again: async (form) => <Profile {...await profileOf(c)} form={form} next={typedValue(form, "next")} />,
      done: "accounts:done.saved",
    }),
  )
  .post("/password", (c) =>
    submitForm(c, {
      schema: passwordForm,
      run: async (context, { password }) => {
        await setPassword(context, c.req.raw.headers, password)
        return "/my/profile"
      },
      again: async (passwordErrors) => (
        <Profile {...await profileOf(c)} passwordForm={passwordErrors} next="" />
      ),
      done: "accounts:done.password",
    }),
  )

const profileOf = async (c: HonoContext<WebEnv>) => {
  const { context, view } = c.var
  const accountId = context.actor.accountId ?? ""
  const session = await authOf(context).sessionOf(c.req.raw.headers)
  const { person, set } = await reading(context, async (tx) => ({
    person: await findPerson(tx, accountId),
    set: await hasPassword(tx, accountId),
  }))
  if (!person) throw new NotFound("nobody is signed in")
  const password: PasswordState = {
    isSet: set,
    maySet: session !== null && maySetPassword(session.session),
  }
  const form = filledForm({ name: person.name, lang: person.lang })
  const isNew = person.name === ""
  const agreement = isNew ? await c.var.purpose("welcome") : null
  return { view, address: person.address, isNew, agreement, password, form, passwordForm: emptyForm }
}

type ProfileProps = {
  readonly view: View
  readonly address: string
  /** Came for the first time: only the name is asked for. */
  readonly isNew: boolean
  /** What somebody who is new agrees to. */
  readonly agreement: Child
  readonly password: PasswordState
  readonly form: FormState
  readonly passwordForm: FormState
  readonly next: string
}

function Profile(props: ProfileProps) {
  const { view, address, isNew, password, form, passwordForm: tried, next } = props
  const labels = {
    name: view.t("accounts:profile.name"),
    lang: view.t("accounts:profile.lang"),
    password: view.t("accounts:profile.new-password"),
  }
  const errors = [...errorsOf(view, form, labels), ...errorsOf(view, tried, labels)]
  const field = fieldsOf(view, form)
  return (
    <MyPage view={view} title={view.text("accounts:profile.title")} scripts={["submit-once"]}>
      <div class="stack">
        <h1>{view.t(isNew ? "accounts:profile.welcome" : "accounts:profile.title")}</h1>
        <ErrorSummary view={view} errors={errors} />
        <p>{view.t("accounts:profile.address", { address })}</p>
        <Form view={view} action={view.href("/my/profile")}>
          <Hidden name="next" value={next} />
          <TextField
            {...field("name")}
            label={labels.name}
            hint={view.t("accounts:profile.name-hint")}
            autocomplete="name"
            required
          />
          <RadiosField
            {...field("lang")}
            label={labels.lang}
            hint={view.t("accounts:profile.lang-hint")}
            required
            options={[
              { value: "ja", label: <span lang="ja">日本語</span> },
              { value: "en", label: <span lang="en">English</span> },
              { value: "ja-easy", label: <span lang="ja">やさしい日本語</span> },
            ]}
          />
          {props.agreement}
          <Button size="large">{view.t(isNew ? "accounts:profile.begin" : "accounts:profile.save")}</Button>
        </Form>
        {!isNew && <PasswordPart view={view} state={password} form={tried} label={labels.password} />}
      </div>
    </MyPage>
  )
}
