import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { ConflictPanel } from "#web/ui/conflict-panel.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form, formIslands } from "#web/ui/form.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationSummary } from "#modules/organisations"
import type { Template } from "../queries/templates.ts"

type TemplatesPageProps = {
  readonly view: View
  readonly group: OrganisationSummary
  readonly templates: readonly Template[]
  readonly edited: Template | null
  readonly form: FormState
}

/** The group's own texts to begin answers with. */
export function TemplatesPage(props: TemplatesPageProps) {
  const { view, group, templates, form } = props
  const labels = {
    title: view.t("inquiries:templates.name"),
    body: view.t("inquiries:templates.body"),
  }
  return (
    <MyPage
      view={view}
      title={view.text("inquiries:templates.title")}
      scripts={formIslands}
      breadcrumbs={[
        { label: view.t("inquiries:list.title"), href: view.href("/my/inquiries") },
        { label: view.t("inquiries:templates.title") },
      ]}
    >
      <div class="stack">
        <h1>{view.t("inquiries:templates.title")}</h1>
        <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
        <p class="lead">{view.t("inquiries:templates.lead", { group: group.name })}</p>
        {templates.length > 0 && (
          <ul>
            {templates.map(({ id, title }) => (
              <li>
                <a href={view.href(`/my/organisations/${group.publicId}/answers`, { edit: id })}>{title}</a>
              </li>
            ))}
          </ul>
        )}
        <Editor {...props} />
      </div>
    </MyPage>
  )
}

function Editor({ view, group, edited, form }: TemplatesPageProps) {
  const field = fieldsOf(view, form)
  const path = `/my/organisations/${group.publicId}/answers`
  const { conflict } = form
  return (
    <section class="stack" aria-labelledby="editor">
      <h2 id="editor">{view.t(edited ? "inquiries:templates.change" : "inquiries:templates.new")}</h2>
      {conflict && (
        <ConflictPanel
          view={view}
          fields={(["title", "body"] as const).map((name) => ({
            label: view.t(`inquiries:templates.${name === "title" ? "name" : "body"}`),
            mine: field(name).value,
            theirs: conflict.current[name] ?? "",
          }))}
        />
      )}
      <Form
        view={view}
        action={view.href(edited ? `${path}/${edited.id}` : path)}
        {...(edited ? { version: conflict?.version ?? edited.version } : {})}
        long
      >
        <TextField
          {...field("title")}
          label={view.t("inquiries:templates.name")}
          hint={view.t("inquiries:templates.name-hint")}
          required
        />
        <TextareaField {...field("body")} label={view.t("inquiries:templates.body")} rows={8} required />
        <Buttons>
          <Button name="intent" value="save">
            {view.t("inquiries:templates.save")}
          </Button>
          {edited && (
            <Button kind="danger" name="intent" value="delete">
              {view.t("inquiries:templates.delete")}
            </Button>
          )}
        </Buttons>
      </Form>
    </section>
  )
}
