import { drawPage } from "#jsx"
import { authorise, type Actor } from "#kernel/actor.ts"
import type { Assumption, City } from "#kernel/city.ts"
import { routes } from "#web/context.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { canReadSite } from "../policy.ts"
import { SiteTabs } from "../views/site-tabs.tsx"

export const settingsPage = routes().get("/site/settings", (c) => {
  const { context, view } = c.var
  authorise(canReadSite(context.actor))
  return c.html(drawPage(<Settings view={view} actor={context.actor} city={context.city} />))
})

type Setting = { readonly name: string; readonly set: Assumption<unknown> }

const isSetting = (value: object): value is Assumption<unknown> => "value" in value && "rule" in value

/** Every setting of the city's profile by its name; those of one programme as `programme.name`. */
export const settingsOf = (settings: object, under = ""): readonly Setting[] =>
  Object.entries(settings).flatMap(([key, value]: [string, object]) =>
    isSetting(value) ? [{ name: `${under}${key}`, set: value }] : settingsOf(value, `${under}${key}.`),
  )

type SettingsProps = { readonly view: View; readonly actor: Actor; readonly city: City }

/** What was decided on trial because no source says it: anybody of the City can see it and ask for another value. */
function Settings({ view, actor, city }: SettingsProps) {
  return (
    <StaffPage view={view} title={view.text("site:settings.title")}>
      <h1>{view.t("site:office.title")}</h1>
      <SiteTabs view={view} actor={actor} />
      <h2>{view.t("site:settings.title")}</h2>
      <p>{view.t("site:settings.lead")}</p>
      <Table
        id="settings"
        caption={view.t("site:settings.title")}
        captionHidden
        columns={[
          { label: view.t("site:settings.what") },
          { label: view.t("site:settings.value") },
          { label: view.t("site:settings.standing") },
          { label: view.t("site:settings.rule") },
        ]}
        rows={settingsOf(city.settings).map(({ name, set }) => ({
          cells: [
            view.t(`site:setting.${name.replaceAll(".", "-")}`),
            valueText(view, set.value),
            set.assumption && <Tag>{view.t("site:settings.assumed")}</Tag>,
            set.rule,
          ],
        }))}
      />
    </StaffPage>
  )
}

const valueText = (view: View, value: unknown): string => {
  if (typeof value === "boolean") return view.text(value ? "site:settings.yes" : "site:settings.no")
  if (typeof value === "number") return value.toLocaleString(view.htmlLang)
  return view.text(`site:settings.word-${String(value)}`)
}
