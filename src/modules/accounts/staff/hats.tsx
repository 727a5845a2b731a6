import { drawPage } from "#jsx"
import type { Post } from "#kernel/actor.ts"
import { Forbidden } from "#kernel/errors.ts"
import { reading } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { submitForm } from "#web/forms.ts"
import { setOwnCookie } from "#web/own-cookie.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { Form, Hidden } from "#web/ui/form.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { type Area, listAreas } from "#modules/places"
import { hatForm } from "../schema.ts"
import { areasWords, programmeWords } from "../views/posts.ts"

export const hatsPage = routes()
  .get("/hats", async (c) => {
    const { context, view } = c.var
    const areas = await reading(context, listAreas)
    const { posts, wearing } = context.actor
    return c.html(drawPage(<Hats view={view} posts={posts} wearing={wearing} areas={areas} />))
  })
  .post("/hat", (c) =>
    submitForm(c, {
      schema: hatForm,
      run: ({ actor, baseUrl }, input) => {
        if (!actor.posts.some((post) => post.id === input.post)) throw new Forbidden("the hat is not theirs")
        setOwnCookie(c, baseUrl, { name: "enishi.hat", value: input.post, seconds: 31_536_000 })
        return Promise.resolve(input.next || "/staff")
      },
      again: async () => {
        const { posts, wearing } = c.var.context.actor
        const areas = await reading(c.var.context, listAreas)
        return <Hats view={c.var.view} posts={posts} wearing={wearing} areas={areas} />
      },
      done: "accounts:done.hat",
    }),
  )

type HatsProps = {
  readonly view: View
  readonly posts: readonly Post[]
  readonly wearing: Post | null
  readonly areas: readonly Area[]
}

function Hats({ view, posts, wearing, areas }: HatsProps) {
  return (
    <StaffPage view={view} title={view.text("accounts:hats.title")} scripts={["submit-once"]}>
      <div class="stack">
        <h1>{view.t("accounts:hats.title")}</h1>
        <p>{view.t("accounts:hats.lead")}</p>
        <Table
          id="hats"
          caption={view.t("accounts:hats.title")}
          captionHidden
          columns={[
            { label: view.t("accounts:post.body") },
            { label: view.t("accounts:post.role") },
            { label: view.t("accounts:post.programme") },
            { label: view.t("accounts:post.areas") },
            { label: view.t("accounts:hats.wear") },
          ]}
          rows={posts.map((post) => ({
            cells: [
              post.deputyFor
                ? view.t("accounts:hats.for", { body: post.bodyName, name: post.deputyFor.name })
                : post.bodyName,
              view.t(`accounts:role.${post.role}`),
              programmeWords(view, post.programme),
              areasWords(view, post.areas, areas),
              post.id === wearing?.id ? (
                <Tag kind="good" icon="check">
                  {view.t("accounts:hats.worn")}
                </Tag>
              ) : (
                <Wear view={view} post={post} />
              ),
            ],
          }))}
        />
      </div>
    </StaffPage>
  )
}

function Wear({ view, post }: { readonly view: View; readonly post: Post }) {
  return (
    <Form
      view={view}
      action={view.href("/staff/hat")}
      label={`${post.bodyName} ${view.text(`accounts:role.${post.role}`)}`}
    >
      <Hidden name="post" value={post.id} />
      <Button kind="secondary" size="small">
        {view.t("accounts:hats.wear")}
      </Button>
    </Form>
  )
}
