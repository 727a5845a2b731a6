import { z } from "zod"
import { isId } from "#kernel/ids.ts"
import { NotFound } from "#kernel/errors.ts"
import { routes } from "#web/context.ts"
import { line, submitForm, type FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form, Hidden } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { forgetView, saveView } from "../commands/saved-views.ts"

/** A list of the office, and nothing outside it. */
const listPath = z.string().regex(/^\/staff\/[a-z/-]{1,80}$/)

const savedViewForm = z.object({
  list: z.string().regex(/^[a-z-]{1,40}$/),
  path: listPath,
  query: z.string().max(2000),
  name: line(40),
  shared: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
})

const withQuery = (path: string, query: string): string => (query === "" ? path : `${path}?${query}`)

export const savedViewsPage = routes()
  .post("/views", (c) =>
    submitForm(c, {
      schema: savedViewForm,
      run: async (context, { path, ...input }) => {
        await saveView(context, input)
        return withQuery(path, input.query)
      },
      again: (form) => drawAgain(c.var.view, form),
      done: "accounts:done.view-saved",
    }),
  )
  .post("/views/:id/deletion", (c) =>
    submitForm(c, {
      schema: z.object({ path: listPath }),
      run: async (context, { path }) => {
        const id = c.req.param("id")
        if (!isId(id)) throw new NotFound(`${id} is no saved view`)
        await forgetView(context, { id })
        return path
      },
      again: (form) => drawAgain(c.var.view, form),
      done: "accounts:done.view-forgotten",
    }),
  )

const drawAgain = (view: View, form: FormState) => <SaveAgain view={view} form={form} />

const kept = ["list", "path", "query", "shared"] as const

function SaveAgain({ view, form }: { readonly view: View; readonly form: FormState }) {
  const label = view.t("web:list.view-name")
  const field = fieldsOf(view, form)
  return (
    <StaffPage view={view} title={view.text("web:list.save-view")}>
      <h1>{view.t("web:list.save-view")}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, { name: label })} />
      <Form view={view} action={view.href("/staff/views")}>
        {kept.flatMap((name) =>
          (form.typed[name] ?? []).map((value) => <Hidden name={name} value={value} />),
        )}
        <TextField {...field("name")} label={label} required />
        <Button>{view.t("web:list.save")}</Button>
      </Form>
    </StaffPage>
  )
}
