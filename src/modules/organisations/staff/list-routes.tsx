import type { Context as HonoContext } from "hono"
import { z } from "zod"
import { drawPage } from "#jsx"
import { isPublicId } from "#kernel/ids.ts"
import { reading, type Context, type Transaction } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { today } from "#web/dates.tsx"
import { emptyForm, line, list, submitForm, text, type FormState } from "#web/forms.ts"
import { answerList, answerListFile, readSelection, type ListSource } from "#web/office-list/list-routes.tsx"
import type { ListQuestion } from "#web/office-list/office-list.ts"
import { SelectionPage } from "#web/office-list/selection-page.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import type { View } from "#web/view.ts"
import { recordListTaken, savedViewsOf } from "#modules/accounts"
import { listAreas } from "#modules/places"
import { readReached, writeToGroups } from "../commands/write-to-groups.ts"
import { chosenForOffice, listForOffice, type OfficeListEntry } from "../queries/office-list.ts"
import { organisationKinds } from "../schema/form.ts"
import { registration } from "../schema/registration.ts"
import { type Around, organisationList, silentMonths } from "./office-list.tsx"

type Request = HonoContext<WebEnv>

/** So many letters are written in one transaction. */
const mostChosen = 500

const around = async (tx: Transaction, context: Context, view: View): Promise<Around> => {
  const areas = await listAreas(tx)
  const posted = context.actor.wearing?.areas ?? []
  return { view, areas, covered: areas.filter(({ code }) => posted === "all" || posted.includes(code)) }
}

const find = async (
  tx: Transaction,
  context: Context,
  { view, covered }: Around,
  question: ListQuestion,
  range: { readonly limit: number; readonly offset: number },
) => {
  const { state, area, kind, field, q = "", silent } = question.filters
  const filter = {
    state: registration.states.find((each) => each === state) ?? null,
    areaCode: covered.find(({ slug }) => slug === area)?.code ?? null,
    kind: organisationKinds.find((each) => each === kind) ?? null,
    field: /^\d{1,2}$/.test(field ?? "") ? Number(field) : null,
    q,
    silentSince: silent === "1" ? today(view).subtract({ months: silentMonths }) : null,
  }
  return listForOffice(tx, context.actor, filter, question.order, range)
}

const source: ListSource<OfficeListEntry, Around> = {
  list: organisationList,
  doors: ({ view }) => (
    <ButtonLink kind="secondary" icon="plus" shortKey="n" href={view.href("/staff/organisations/new")}>
      {view.t("organisations:act.enter")}
    </ButtonLink>
  ),
  load: (context, view, question, range) =>
    reading(context, async (tx) => {
      const surroundings = await around(tx, context, view)
      const { rows, total, states } = await find(tx, context, surroundings, question, range)
      const totals = states.map(({ state, count }) => ({
        label: view.t(`organisations:state.${state}`),
        count,
      }))
      const saved = await savedViewsOf(tx, context.actor, organisationList.name)
      return { around: surroundings, found: { rows, total, totals }, saved }
    }),
  taken: recordListTaken,
}

const letterForm = z.object({
  query: z.string().max(2000).default(""),
  chosen: list(z.string().refine(isPublicId, "web:error.choice")),
  subject: line(120),
  body: text(4000),
})

const drawSelection = async (c: Request, ids: readonly string[], query: string, form: FormState) => {
  const { context, view } = c.var
  const rows = await reading(context, (tx) => chosenForOffice(tx, context.actor, ids))
  const chosen = readReached(rows).map(({ row, why }) => ({
    id: row.publicId,
    name: row.name,
    why: why && view.text(why),
  }))
  const [action] = organisationList.actions
  if (!action) throw new Error("the list of organisations has no action")
  const { path } = organisationList
  return <SelectionPage view={view} path={path} action={action} chosen={chosen} query={query} form={form} />
}

export const organisationListRoutes = routes()
  .get("/registrations", (c) => answerList(c, source))
  .get("/registrations.csv", (c) => answerListFile(c, source, "csv"))
  .get("/registrations.xlsx", (c) => answerListFile(c, source, "xlsx"))
  .post("/registrations/selection", async (c) => {
    const { ids, query } = await readSelection(c, source, mostChosen)
    return c.html(drawPage(await drawSelection(c, ids, query, emptyForm)))
  })
  .post("/registrations/selection/letter", (c) =>
    submitForm(c, {
      schema: letterForm,
      run: async (context, { chosen, subject, body, query }) => {
        await writeToGroups(context, { ids: chosen.slice(0, mostChosen), subject, body })
        return query === "" ? organisationList.path : `${organisationList.path}?${query}`
      },
      again: (form) => drawSelection(c, form.typed["chosen"] ?? [], form.typed["query"]?.[0] ?? "", form),
      done: "organisations:done.written",
    }),
  )
