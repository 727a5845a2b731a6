import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form, Hidden } from "#web/ui/form.tsx"
import { Notice } from "#web/ui/notice.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { BulkAction } from "./office-list.ts"

/** One of the chosen: what it is called, and why the act would pass it by. */
export type Reached = { readonly id: string; readonly name: Child; readonly why: string | null }

type SelectionPageProps = {
  readonly view: View
  readonly path: string
  readonly action: BulkAction
  readonly chosen: readonly Reached[]
  /** To come back to the same list. */
  readonly query: string
  readonly form: FormState
}

/** Whom an act on many would reach, and whom not and why; only the button here does it. */
export function SelectionPage({ view, path, action, chosen, query, form }: SelectionPageProps) {
  const reached = chosen.filter(({ why }) => why === null)
  const passed = chosen.filter(({ why }) => why !== null)
  const title = view.text(action.label)
  return (
    <StaffPage view={view} title={title}>
      <h1>{title}</h1>
      {reached.length === 0 ? (
        <Notice view={view} kind="warning">
          {view.t("web:list.reaches-none")}
        </Notice>
      ) : (
        <Form view={view} action={view.href(`${path}/selection/${action.name}`)}>
          <ErrorSummary view={view} errors={errorsOf(view, form, labelsOf(view, action))} />
          <h2>{view.t("web:list.reaches", { count: reached.length })}</h2>
          <ul class="list-reached">
            {reached.map(({ id, name }) => (
              <li>
                <label class="choice-label">
                  <input class="choice-input" type="checkbox" name="chosen" value={id} checked />
                  <span>{name}</span>
                </label>
              </li>
            ))}
          </ul>
          <Hidden name="query" value={query} />
          {action.asks.map((ask) => (
            <Asked view={view} ask={ask} form={form} />
          ))}
          <Buttons>
            <Button kind="danger">{view.t("web:list.do", { action: title, count: reached.length })}</Button>
            <Back view={view} path={path} query={query} />
          </Buttons>
        </Form>
      )}
      {passed.length > 0 && (
        <>
          <h2>{view.t("web:list.passes-by", { count: passed.length })}</h2>
          <ul class="list-reached">
            {passed.map(({ name, why }) => (
              <li>
                {name} — {why}
              </li>
            ))}
          </ul>
        </>
      )}
      {reached.length === 0 && <Back view={view} path={path} query={query} />}
    </StaffPage>
  )
}

const labelsOf = (view: View, action: BulkAction): Record<string, Child> =>
  Object.fromEntries(action.asks.map(({ name, label }) => [name, view.t(label)]))

type AskedProps = {
  readonly view: View
  readonly ask: BulkAction["asks"][number]
  readonly form: FormState
}

function Asked({ view, ask, form }: AskedProps) {
  const field = { ...fieldsOf(view, form)(ask.name), label: view.t(ask.label), required: true } as const
  return ask.long ? <TextareaField {...field} rows={6} /> : <TextField {...field} />
}

function Back({ view, path, query }: { readonly view: View; readonly path: string; readonly query: string }) {
  return (
    <ButtonLink kind="quiet" href={view.href(path, Object.fromEntries(new URLSearchParams(query)))}>
      {view.t("web:list.back")}
    </ButtonLink>
  )
}
