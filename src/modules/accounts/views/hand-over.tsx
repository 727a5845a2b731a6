import { Day } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import type { WaitingThere } from "#web/manifest.ts"
import { Button, ButtonLink } from "#web/ui/button.tsx"
import { CheckboxesField } from "#web/ui/choice-fields.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { boxesOf, errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { type Area, type Body, bodyLabel } from "#modules/places"
import type { Person } from "../auth/people.ts"
import type { HeldPost } from "../queries/posts.ts"
import { areasWords, programmeWords } from "./posts.ts"

/** What waits under one post; of another body only how much. */
export type WaitingUnder = {
  readonly postId: string
  readonly count: number
  readonly items: readonly WaitingThere[]
}

export type HandOverProps = {
  readonly view: View
  readonly person: Person
  readonly held: readonly HeldPost[]
  readonly waiting: readonly WaitingUnder[]
  readonly bodies: readonly Body[]
  readonly areas: readonly Area[]
  readonly form: FormState
}

/** Everything that one person holds and everything that waits there, on one page that can be printed. */
export function HandOver(props: HandOverProps) {
  const { view, person, held, form } = props
  const name = person.name || person.address
  return (
    <StaffPage
      view={view}
      title={view.text("accounts:hand-over.title", { name })}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("accounts:posts.title"), href: view.href("/staff/posts") },
        { label: view.t("accounts:hand-over.title", { name }) },
      ]}
    >
      <h1>{view.t("accounts:hand-over.title", { name })}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labelsOf(view))} />
      <p>{person.address}</p>
      {held.length === 0 ? (
        <EmptyState
          title={view.t("accounts:hand-over.none")}
          action={
            <ButtonLink kind="secondary" href={view.href("/staff/posts/new")}>
              {view.t("accounts:posts.add")}
            </ButtonLink>
          }
        />
      ) : (
        <div class="record">
          <Holdings {...props} />
          <HandOverForm {...props} />
        </div>
      )}
    </StaffPage>
  )
}

function Holdings(props: HandOverProps) {
  const { view, held, waiting } = props
  return (
    <div class="stack">
      {held.map((post) => {
        const there = waiting.find((each) => each.postId === post.id)
        return (
          <section aria-labelledby={`post-${post.id}`}>
            <h2 id={`post-${post.id}`}>
              <a href={view.href(`/staff/posts/${post.id}`)}>{postWords(props, post)}</a>
            </h2>
            <p>
              <Day view={view} day={post.validFrom} near={false} /> 〜{" "}
              {post.validTo ? (
                <Day view={view} day={post.validTo} near={false} />
              ) : (
                view.t("accounts:post.open-end")
              )}
            </p>
            <p>{view.t("accounts:hand-over.waiting", { count: there?.count ?? 0 })}</p>
            {there && there.items.length > 0 && (
              <ul>
                {there.items.map((item) => (
                  <li>
                    {item.title}・{item.what}
                    {item.dueOn && (
                      <>
                        {" "}
                        （{view.t("accounts:hand-over.due")} <Day view={view} day={item.dueOn} near={false} />
                        ）
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

const labelsOf = (view: View) => ({
  posts: view.t("accounts:hand-over.posts"),
  address: view.t("accounts:hand-over.successor"),
  name: view.t("accounts:post.name"),
  last: view.t("accounts:hand-over.last"),
})

function HandOverForm(props: HandOverProps) {
  const { view, person, held, form } = props
  const field = fieldsOf(view, form)
  const labels = labelsOf(view)
  return (
    <section class="record-action" aria-labelledby="hand-over">
      <h2 id="hand-over">{view.t("accounts:hand-over.do-title")}</h2>
      <Form view={view} action={view.href(`/staff/posts/${person.id}/hand-over`)}>
        <CheckboxesField
          {...boxesOf(view, form)("posts")}
          label={labels.posts}
          required
          options={held.map((post) => ({ value: post.id, label: postWords(props, post) }))}
        />
        <TextField {...field("address")} label={labels.address} type="email" required />
        <TextField {...field("name")} label={labels.name} hint={view.t("accounts:post.name-hint")} />
        <DateField
          {...field("last")}
          label={labels.last}
          hint={view.t("accounts:hand-over.last-hint")}
          required
        />
        <Button>{view.t("accounts:hand-over.do")}</Button>
      </Form>
    </section>
  )
}

const postWords = ({ view, bodies, areas }: HandOverProps, post: HeldPost): string => {
  const body = bodies.find((each) => each.id === post.bodyId)
  return [
    body ? bodyLabel(view, body) : "",
    view.text(`accounts:role.${post.role}`),
    programmeWords(view, post.programme),
    areasWords(view, post.areaCodes, areas),
  ].join(view.lang === "en" ? ", " : "・")
}
