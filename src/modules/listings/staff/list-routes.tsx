import type { Context as HonoContext } from "hono"
import { z } from "zod"
import { drawPage } from "#jsx"
import { startOfDay } from "#kernel/clock.ts"
import { isPublicId } from "#kernel/ids.ts"
import { reading, type Context, type Transaction } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { readDay } from "#web/day-input.ts"
import { emptyForm, list, submitForm, text, type FormState } from "#web/forms.ts"
import { answerList, answerListFile, readSelection, type ListSource } from "#web/office-list/list-routes.tsx"
import { readQuestion, type ListQuestion, type Range } from "#web/office-list/office-list.ts"
import { SelectionPage } from "#web/office-list/selection-page.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import { recordListTaken, savedViewsOf } from "#modules/accounts"
import { searchAreas } from "#modules/places"
import { hideListings } from "../commands/office.ts"
import { canDoNow } from "../policy.ts"
import { cardsOf } from "../queries/cards.ts"
import { chosenForOffice, listForOffice, type OfficeRow } from "../queries/office-list.ts"
import { kinds } from "../schema/content.ts"
import { listing } from "../schema/workflow.ts"
import { paperText } from "../views/paper-text.ts"
import { type Around, listingList } from "./office-list.tsx"
import { PaperPage } from "./paper-page.tsx"

type Request = HonoContext<WebEnv>

/** So many are hidden in one transaction. */
const mostChosen = 200

/** A page of a ward's paper holds far fewer. */
const mostInPaper = 300

const find = (
  tx: Transaction,
  context: Context,
  { view, areas }: Around,
  question: ListQuestion,
  range: Range,
) => {
  const { state, kind, area, q = "", look, from = "" } = question.filters
  const day = readDay(from)
  const filter = {
    now: view.now,
    q,
    state: listing.states.find((each) => each === state) ?? null,
    kind: kinds.find((each) => each === kind) ?? null,
    area: areas.find(({ slug }) => slug === area) ?? null,
    from: day ? startOfDay(day, view.zone) : null,
    look: look === "1",
  }
  return listForOffice(tx, context.actor, filter, question.order, range)
}

const source: ListSource<OfficeRow, Around> = {
  list: listingList,
  load: (context, view, question, range) =>
    reading(context, async (tx) => {
      const around = { view, areas: await searchAreas(tx) }
      const { rows, total, states } = await find(tx, context, around, question, range)
      const totals = states.map(({ state, count }) => ({ label: view.t(`listings:state.${state}`), count }))
      const saved = await savedViewsOf(tx, context.actor, listingList.name)
      return { around, found: { rows, total, totals }, saved }
    }),
  taken: recordListTaken,
  doors: ({ view }) => (
    <>
      <ButtonLink href={view.href("/staff/listings/new")} icon="plus">
        {view.t("listings:office.write")}
      </ButtonLink>
      <ButtonLink
        kind="secondary"
        href={view.href("/staff/listings/paper", Object.fromEntries(new URLSearchParams(view.url.query)))}
      >
        {view.t("listings:paper.open")}
      </ButtonLink>
    </>
  ),
}

/** Only what is public now, soonest first: a paper announces. */
const paperOf = async (c: Request) => {
  const { context, view } = c.var
  const asked = readQuestion(listingList, new URL(c.req.url).searchParams)
  const question = {
    ...asked,
    filters: { ...asked.filters, state: "published" },
    order: asked.order ?? { column: "next", descending: false },
  }
  return reading(context, async (tx) => {
    const around = { view, areas: await searchAreas(tx) }
    const found = await find(tx, context, around, question, { limit: mostInPaper, offset: 0 })
    const cards = await cardsOf(tx, found.rows, { now: view.now, lang: "ja" })
    const texts = found.rows.flatMap((row, at) => {
      const card = cards[at]
      return card ? [paperText({ row, card }, view.zone)] : []
    })
    return { text: texts.join("\n\n"), count: texts.length, total: found.total, query: asked.query }
  })
}

const hidingForm = z.object({
  query: z.string().max(2000).default(""),
  chosen: list(z.string().refine(isPublicId, "web:error.choice")),
  reason: text(1000),
})

const drawSelection = async (c: Request, ids: readonly string[], query: string, form: FormState) => {
  const { context, view } = c.var
  const rows = await reading(context, (tx) => chosenForOffice(tx, context.actor, ids))
  const chosen = rows.map((row) => ({
    id: row.publicId,
    name: row.title,
    why: canDoNow(context.actor, "hide", row) ? null : view.text(`listings:state.${row.state}`),
  }))
  const [action] = listingList.actions
  if (!action) throw new Error("the list of listings has no action")
  const { path } = listingList
  return <SelectionPage view={view} path={path} action={action} chosen={chosen} query={query} form={form} />
}

export const listingListRoutes = routes()
  .get("/listings", (c) => answerList(c, source))
  .get("/listings.csv", (c) => answerListFile(c, source, "csv"))
  .get("/listings.xlsx", (c) => answerListFile(c, source, "xlsx"))
  .get("/listings/paper", async (c) =>
    c.html(drawPage(<PaperPage view={c.var.view} {...await paperOf(c)} />)),
  )
  .get("/listings.txt", async (c) => {
    const { text: words } = await paperOf(c)
    return c.body(`\ufeff${words.replaceAll("\n", "\r\n")}\r\n`, 200, {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="listings.txt"',
      "cache-control": "no-store",
    })
  })
  .post("/listings/selection", async (c) => {
    const { ids, query } = await readSelection(c, source, mostChosen)
    return c.html(drawPage(await drawSelection(c, ids, query, emptyForm)))
  })
  .post("/listings/selection/hiding", (c) =>
    submitForm(c, {
      schema: hidingForm,
      run: async (context, { chosen, reason, query }) => {
        await hideListings(context, { ids: chosen.slice(0, mostChosen), reason })
        return query === "" ? listingList.path : `${listingList.path}?${query}`
      },
      again: (form) => drawSelection(c, form.typed["chosen"] ?? [], form.typed["query"]?.[0] ?? "", form),
      done: "listings:done.hidden-many",
    }),
  )
