import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { Forbidden } from "#kernel/errors.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { filledForm, type FormState, submitForm } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { CheckboxesField, RadiosField, SelectField } from "#web/ui/choice-fields.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { boxesOf, errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { FieldRow, Form } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { type Area, areaLabel, type Body, bodyLabel, listBodies, searchAreas } from "#modules/places"
import { grantPost } from "../commands/posts.ts"
import { managedBodies } from "../policy.ts"
import { grantForm, postRoles, programmes } from "../schema.ts"
import { programmeWords } from "../views/posts.ts"

export const newPostPage = routes()
  .get("/posts/new", async (c) => {
    const form = filledForm({ programme: "*", role: "officer" })
    return c.html(drawPage(<NewPost {...await choicesOf(c)} form={form} />))
  })
  .post("/posts", (c) =>
    submitForm(c, {
      schema: grantForm,
      run: async (context, { areas, body: bodyId, ...input }) => {
        await grantPost(context, { ...input, bodyId, areaCodes: areas.length > 0 ? areas : null })
        return "/staff/posts"
      },
      again: async (form) => <NewPost {...await choicesOf(c)} form={form} />,
      done: "accounts:done.post-granted",
    }),
  )

const choicesOf = async (c: HonoContext<WebEnv>) => {
  const { context, view } = c.var
  const scope = managedBodies(context.actor)
  if (scope === "none") throw new Forbidden("only administrators give posts")
  return reading(context, async (tx) => {
    const bodies = await listBodies(tx)
    const mine = scope === "all" ? bodies : bodies.filter((body) => body.id === scope.bodyId)
    return { view, bodies: mine, areas: await searchAreas(tx) }
  })
}

type NewPostProps = {
  readonly view: View
  readonly bodies: readonly Body[]
  readonly areas: readonly Area[]
  readonly form: FormState
}

function NewPost({ view, bodies, areas, form }: NewPostProps) {
  const field = fieldsOf(view, form)
  const labels = labelsOf(view)
  return (
    <StaffPage
      view={view}
      title={view.text("accounts:posts.add")}
      scripts={["submit-once", "unsaved-changes"]}
      breadcrumbs={[
        { label: view.t("accounts:posts.title"), href: view.href("/staff/posts") },
        { label: view.t("accounts:posts.add") },
      ]}
    >
      <h1>{view.t("accounts:posts.add")}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      <Form view={view} action={view.href("/staff/posts")} long>
        <TextField
          {...field("address")}
          label={labels.address}
          hint={view.t("accounts:post.address-hint")}
          type="email"
          required
        />
        <TextField {...field("name")} label={labels.name} hint={view.t("accounts:post.name-hint")} />
        <SelectField
          {...field("body")}
          label={labels.body}
          options={bodies.map((body) => ({ value: body.id, label: bodyLabel(view, body) }))}
          empty={view.text("accounts:post.choose")}
          required
        />
        <RadiosField
          {...field("role")}
          label={labels.role}
          required
          options={postRoles.map((role) => ({
            value: role,
            label: view.t(`accounts:role.${role}`),
            hint: view.t(`accounts:role-hint.${role}`),
          }))}
        />
        <SelectField
          {...field("programme")}
          label={labels.programme}
          width="medium"
          required
          options={programmes.map((programme) => ({
            value: programme,
            label: programmeWords(view, programme),
          }))}
        />
        <CheckboxesField
          {...boxesOf(view, form)("areas")}
          label={labels.areas}
          hint={view.t("accounts:post.areas-hint")}
          columns
          options={areas.map((area) => ({ value: area.code, label: areaLabel(view, area) }))}
        />
        <FieldRow>
          <DateField {...field("from")} label={labels.from} required />
          <DateField {...field("to")} label={labels.to} hint={view.t("accounts:post.to-hint")} />
        </FieldRow>
        <Buttons>
          <Button>{view.t("accounts:posts.grant")}</Button>
          <ButtonLink kind="quiet" href={view.href("/staff/posts")}>
            {view.t("accounts:cancel")}
          </ButtonLink>
        </Buttons>
      </Form>
    </StaffPage>
  )
}

const labelsOf = (view: View) => ({
  address: view.t("accounts:post.address"),
  name: view.t("accounts:post.name"),
  body: view.t("accounts:post.body"),
  role: view.t("accounts:post.role"),
  programme: view.t("accounts:post.programme"),
  areas: view.t("accounts:post.areas"),
  from: view.t("accounts:post.from"),
  to: view.t("accounts:post.to"),
})
