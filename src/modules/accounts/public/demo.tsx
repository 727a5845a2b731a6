import { drawPage } from "#jsx"
import type { DemoPerson } from "#kernel/city.ts"
import { Invalid, NotFound } from "#kernel/errors.ts"
import { routes } from "#web/context.ts"
import { emptyForm, type FormState, submitForm } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Reading } from "#web/ruby.tsx"
import { Button } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf } from "#web/ui/form-state.ts"
import { Form, Hidden } from "#web/ui/form.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { signInAsDemoPerson } from "../commands/sign-in.ts"
import { demoForm } from "../schema.ts"
import { arrive, whoAsks } from "./arrive.ts"

export const demoPage = routes()
  .get("/demo", (c) => {
    const { view, context } = c.var
    refuseOutsideDemo(view)
    return c.html(drawPage(<Demo view={view} people={context.city.demoPeople} form={emptyForm} />))
  })
  .post("/demo/sign-in", (c) => {
    const { view, context } = c.var
    refuseOutsideDemo(view)
    const people = context.city.demoPeople
    return submitForm(c, {
      schema: demoForm,
      run: async (_, { person }) => {
        if (!people.some((each) => each.key === person)) throw new Invalid({ person: "web:error.choice" })
        return arrive(c, await signInAsDemoPerson(context, whoAsks(c), person))
      },
      again: (form) => <Demo view={view} people={people} form={form} />,
    })
  })

const refuseOutsideDemo = (view: View): void => {
  if (!view.demo) throw new NotFound("there is no demo here")
}

type DemoProps = {
  readonly view: View
  readonly people: readonly DemoPerson[]
  readonly form: FormState
}

function Demo({ view, people, form }: DemoProps) {
  const officers = people.filter((person) => person.posts)
  const others = people.filter((person) => !person.posts)
  return (
    <PublicPage view={view} title={view.text("accounts:demo.title")} noindex scripts={["submit-once"]}>
      <div class="stack">
        <h1>{view.t("accounts:demo.title")}</h1>
        <ErrorSummary view={view} errors={errorsOf(view, form, {})} />
        <p class="lead">{view.t("accounts:demo.lead")}</p>
        <p>
          <a href={view.href("/demo/mailbox")}>{view.t("accounts:demo.mailbox")}</a>
        </p>
        <h2>{view.t("accounts:demo.people")}</h2>
        <People view={view} people={others} />
        <h2>{view.t("accounts:demo.officers")}</h2>
        <People view={view} people={officers} />
      </div>
    </PublicPage>
  )
}

function People({ view, people }: Omit<DemoProps, "form">) {
  return (
    <ul class="card-list">
      {people.map((person) => (
        <li>
          <PersonCard view={view} person={person} />
        </li>
      ))}
    </ul>
  )
}

function PersonCard({ view, person }: { readonly view: View; readonly person: DemoPerson }) {
  const easy = view.lang === "ja-easy"
  return (
    <article class="card">
      <div class="card-body">
        <p class="card-kind">
          <Tag kind="kind" icon={person.posts ? "building" : "person"}>
            {view.t(`accounts:demo.person.${person.key}`)}
          </Tag>
        </p>
        <h3 class="card-title" lang={view.htmlLang === "ja" ? undefined : "ja"}>
          {easy ? <Reading base={person.name} reading={person.kana} /> : person.name}
        </h3>
        <p>{view.t(`accounts:demo.story.${person.key}`)}</p>
        <Form view={view} action={view.href("/demo/sign-in")} label={person.name}>
          <Hidden name="person" value={person.key} />
          <Button kind="secondary">{view.t("accounts:demo.be")}</Button>
        </Form>
      </div>
    </article>
  )
}
