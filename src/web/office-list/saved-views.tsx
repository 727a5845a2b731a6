import type { View } from "#web/view.ts"
import { Button } from "#web/ui/button.tsx"
import { CheckboxField } from "#web/ui/choice-fields.tsx"
import { Form, Hidden } from "#web/ui/form.tsx"
import { Tabs } from "#web/ui/tabs.tsx"
import { TextField } from "#web/ui/text-field.tsx"

/** A way of looking at a list that somebody gave a name. */
export type SavedView = {
  readonly id: string
  readonly name: string
  /** The part of the address behind `?`. */
  readonly query: string
  /** Everybody of the body sees it. */
  readonly shared: boolean
  /** The reader may take it away. */
  readonly own: boolean
}

type SavedViewsProps = {
  readonly view: View
  readonly list: { readonly name: string; readonly path: string }
  readonly saved: readonly SavedView[]
  /** What is asked now. */
  readonly query: string
}

const withLanguage = (view: View, path: string, query: string): string =>
  view.href(path, Object.fromEntries(new URLSearchParams(query)))

/** The named views as tabs; the one that is asked now is marked. */
export function SavedViewTabs({ view, list, saved, query }: SavedViewsProps) {
  if (saved.length === 0) return null
  const items = saved.map(({ name, query: kept, shared }) => ({
    label: shared ? view.t("web:list.shared-view", { name }) : name,
    href: withLanguage(view, list.path, kept),
    current: kept === query,
  }))
  const usual = { label: view.t("web:list.usual"), href: view.href(list.path), current: query === "" }
  return <Tabs label={view.text("web:list.views")} items={[usual, ...items]} />
}

/** Names what is asked now, or takes away the named view that is open. */
export function SaveView({ view, list, saved, query }: SavedViewsProps) {
  const open = saved.find((each) => each.query === query)
  if (open) return open.own ? <ForgetView view={view} list={list} saved={open} /> : null
  if (query === "") return null
  return (
    <details class="save-view">
      <summary>{view.t("web:list.save-view")}</summary>
      <Form view={view} action={view.href("/staff/views")}>
        <Hidden name="list" value={list.name} />
        <Hidden name="path" value={list.path} />
        <Hidden name="query" value={query} />
        <TextField view={view} mark={false} name="name" label={view.t("web:list.view-name")} width="medium" />
        <CheckboxField
          view={view}
          mark={false}
          name="shared"
          value="yes"
          label={view.t("web:list.share-view")}
        />
        <Button kind="secondary" size="small">
          {view.t("web:list.save")}
        </Button>
      </Form>
    </details>
  )
}

type ForgetProps = Pick<SavedViewsProps, "view" | "list"> & { readonly saved: SavedView }

function ForgetView({ view, list, saved }: ForgetProps) {
  return (
    <Form view={view} action={view.href(`/staff/views/${saved.id}/deletion`)}>
      <Hidden name="path" value={list.path} />
      <Button kind="quiet" size="small">
        {view.t("web:list.forget-view", { name: saved.name })}
      </Button>
    </Form>
  )
}
