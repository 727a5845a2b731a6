import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { authorise } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { Day } from "#web/dates.tsx"
import { filledForm, type FormState, submitForm } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { DescriptionList } from "#web/ui/description-list.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form } from "#web/ui/form.tsx"
import type { View } from "#web/view.ts"
import { type Area, type Body, bodyLabel, findBody, listAreas } from "#modules/places"
import { accountNames, findPerson, type Person } from "../auth/people.ts"
import { endDeputy, nameDeputy } from "../commands/deputies.ts"
import { endPost, withdrawPost } from "../commands/posts.ts"
import { canManagePosts } from "../policy.ts"
import { type Deputy, deputiesOf } from "../queries/coming.ts"
import { getPost, type HeldPost } from "../queries/posts.ts"
import { deputyForm, endForm, nothing } from "../schema.ts"
import { DeputiesPart } from "../views/deputies-part.tsx"
import { areasWords, programmeWords } from "../views/posts.ts"

export const postPage = routes()
  .get("/posts/:id", async (c) => {
    const props = await postOf(c)
    const form = filledForm({ to: props.held.validTo?.toString() })
    return c.html(drawPage(<PostRecord {...props} form={form} />))
  })
  .post("/posts/:id/end", (c) =>
    submitForm(c, {
      schema: endForm,
      run: async (context, { to }) => {
        await endPost(context, { id: idOf(c), to })
        return "/staff/posts"
      },
      again: async (form) => <PostRecord {...await postOf(c)} form={form} />,
      done: "accounts:done.post-ended",
    }),
  )
  .post("/posts/:id/deputies", (c) =>
    submitForm(c, {
      schema: deputyForm,
      run: async (context, { address, from, until: to }) => {
        await nameDeputy(context, { postId: idOf(c), address, from, to })
        return `/staff/posts/${idOf(c)}`
      },
      again: async (form) => <PostRecord {...await postOf(c)} form={form} />,
      done: "accounts:done.deputy-named",
    }),
  )
  .post("/posts/:id/deputies/:deputy/end", (c) =>
    submitForm(c, {
      schema: nothing,
      run: async (context) => {
        const deputy = c.req.param("deputy")
        if (!isId(deputy)) throw new NotFound("no such deputy")
        await endDeputy(context, { postId: idOf(c), id: deputy })
        return `/staff/posts/${idOf(c)}`
      },
      again: async (form) => <PostRecord {...await postOf(c)} form={form} />,
      done: "accounts:done.deputy-ended",
    }),
  )
  .post("/posts/:id/withdrawal", (c) =>
    submitForm(c, {
      schema: nothing,
      run: async (context) => {
        await withdrawPost(context, { id: idOf(c) })
        return "/staff/posts"
      },
      again: async (form) => <PostRecord {...await postOf(c)} form={form} />,
      done: "accounts:done.post-withdrawn",
    }),
  )

const idOf = (c: HonoContext<WebEnv, string>): string => {
  const id = c.req.param("id") ?? ""
  if (!isId(id)) throw new NotFound("no such post")
  return id
}

const postOf = async (c: HonoContext<WebEnv, string>): Promise<PostProps> => {
  const { context, view } = c.var
  const today = dayOf(context.clock.now(), context.city.zone)
  return reading(context, async (tx) => {
    const held = await getPost(tx, idOf(c))
    authorise(canManagePosts(context.actor, { id: held.bodyId }))
    const [body, person] = [await findBody(tx, held.bodyId), await findPerson(tx, held.accountId)]
    if (!body || !person) throw new NotFound("the post has no body or person")
    const deputies = await deputiesOf(tx, held.id, today)
    const names = await accountNames(
      tx,
      deputies.map((deputy) => deputy.accountId),
    )
    return { view, held, body, person, today, deputies, names, areas: await listAreas(tx) }
  })
}

type PostProps = {
  readonly view: View
  readonly held: HeldPost
  readonly body: Body
  readonly person: Person
  readonly areas: readonly Area[]
  readonly today: Temporal.PlainDate
  readonly deputies: readonly Deputy[]
  readonly names: ReadonlyMap<string, string>
}

function PostRecord(props: PostProps & { readonly form: FormState }) {
  const { view, held, body, person, areas, form } = props
  const title = person.name || person.address
  return (
    <StaffPage
      view={view}
      title={title}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("accounts:posts.title"), href: view.href("/staff/posts") },
        { label: title },
      ]}
    >
      <h1>{title}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labelsOf(view))} />
      <div class="record">
        <DescriptionList
          items={[
            { term: view.t("accounts:post.address"), detail: person.address },
            { term: view.t("accounts:post.body"), detail: bodyLabel(view, body) },
            { term: view.t("accounts:post.role"), detail: view.t(`accounts:role.${held.role}`) },
            { term: view.t("accounts:post.programme"), detail: programmeWords(view, held.programme) },
            { term: view.t("accounts:post.areas"), detail: areasWords(view, held.areaCodes, areas) },
            {
              term: view.t("accounts:post.from"),
              detail: <Day view={view} day={held.validFrom} near={false} />,
            },
            { term: view.t("accounts:post.to"), detail: <To view={view} day={held.validTo} /> },
          ]}
        />
        <div class="stack">
          <p>
            <a href={view.href(`/staff/posts/${person.id}/hand-over`)}>
              {view.t("accounts:hand-over.link", { name: title })}
            </a>
          </p>
          <Changing {...props} />
          <DeputiesPart {...props} />
        </div>
      </div>
    </StaffPage>
  )
}

const labelsOf = (view: View) => ({
  to: view.t("accounts:post.to"),
  address: view.t("accounts:deputy.address"),
  from: view.t("accounts:post.from"),
  until: view.t("accounts:deputy.until"),
})

function To({ view, day }: { readonly view: View; readonly day: Temporal.PlainDate | null }) {
  return day ? <Day view={view} day={day} near={false} /> : <>{view.t("accounts:post.open-end")}</>
}

function Changing({ view, held, form, today }: PostProps & { readonly form: FormState }) {
  const ahead = Temporal.PlainDate.compare(held.validFrom, today) > 0
  return (
    <section class="record-action" aria-labelledby="end">
      <h2 id="end">{view.t("accounts:posts.end")}</h2>
      <p>{view.t("accounts:posts.end-hint")}</p>
      <Form view={view} action={view.href(`/staff/posts/${held.id}/end`)}>
        <DateField {...fieldsOf(view, form)("to")} label={view.t("accounts:post.to")} required />
        <Button kind="secondary">{view.t("accounts:posts.end-do")}</Button>
      </Form>
      {ahead && (
        <Form view={view} action={view.href(`/staff/posts/${held.id}/withdrawal`)}>
          <Button kind="danger">{view.t("accounts:posts.withdraw")}</Button>
        </Form>
      )}
    </section>
  )
}
