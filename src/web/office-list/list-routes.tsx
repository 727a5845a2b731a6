import { Readable } from "node:stream"
import { z } from "zod"
import { Invalid } from "#kernel/errors.ts"
import { isPublicId } from "#kernel/ids.ts"
import { list as textList, readForm } from "#web/forms.ts"
import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import type { Context } from "#kernel/transaction.ts"
import type { WebEnv } from "#web/context.ts"
import type { View } from "#web/view.ts"
import { csvOf, longestXlsx, xlsxOf } from "./list-files.ts"
import { OfficeListPage, type Found } from "./office-list-page.tsx"
import {
  columnsShown,
  pageRange,
  readQuestion,
  type ListQuestion,
  type OfficeList,
  type Range,
} from "./office-list.ts"
import type { SavedView } from "./saved-views.tsx"
import type { Child } from "#jsx"

type Request = HonoContext<WebEnv>

/** Where a list comes from: what surrounds it, its rows, and the views that were saved of it. */
export type ListSource<Row, Around extends { readonly view: View }> = {
  readonly list: OfficeList<Row, Around>
  readonly load: (
    context: Context,
    view: View,
    question: ListQuestion,
    range: Range,
  ) => Promise<{ readonly around: Around; readonly found: Found<Row>; readonly saved: readonly SavedView[] }>
  /** Told when somebody takes the list away as a file. */
  readonly taken: (context: Context, input: TakenAway) => Promise<unknown>
  readonly doors?: (around: Around) => Child
}

export type TakenAway = {
  readonly list: string
  readonly kind: string
  readonly rows: number
  readonly query: string
}

/** A file holds everything that was found; more than this and a database's own tools serve better. Rows. */
const longestFile = 200_000

export const answerList = async <Row, Around extends { readonly view: View }>(
  c: Request,
  { list, load, doors }: ListSource<Row, Around>,
): Promise<Response> => {
  const { context, view } = c.var
  const question = readQuestion(list, new URL(c.req.url).searchParams)
  const { around, found, saved } = await load(context, view, question, pageRange(question))
  return c.html(
    drawPage(
      <OfficeListPage
        list={list}
        around={around}
        question={question}
        found={found}
        saved={saved}
        doors={doors?.(around)}
      />,
    ),
  )
}

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const

/** The whole list as a file, in the chosen columns. It is written down who took it away. */
export const answerListFile = async <Row, Around extends { readonly view: View }>(
  c: Request,
  { list, load, taken }: ListSource<Row, Around>,
  kind: keyof typeof types,
): Promise<Response> => {
  const { context, view } = c.var
  const question = readQuestion(list, new URL(c.req.url).searchParams)
  const limit = kind === "xlsx" ? longestXlsx : longestFile
  const { around, found } = await load(context, view, question, { limit, offset: 0 })
  await taken(context, { list: list.name, kind, rows: found.rows.length, query: question.query })
  const columns = columnsShown(list.columns, question.columns)
  const body =
    kind === "xlsx"
      ? await xlsxOf(columns, found.rows, around)
      : Readable.toWeb(Readable.from(csvOf(columns, found.rows, around)))
  const day = view.now.toZonedDateTimeISO(view.zone).toPlainDate().toString()
  return c.body(body as ReadableStream, 200, {
    "content-type": types[kind],
    "content-disposition": `attachment; filename="${list.name}-${day}.${kind}"`,
    "cache-control": "no-store",
  })
}

const selectionForm = z.object({
  query: z.string().max(2000).default(""),
  all: z.literal("yes").optional(),
  chosen: textList(z.string()),
})

/** What was chosen for an act on many: the marked rows, or everything that was found; at most `most`. */
export const readSelection = async <Row, Around extends { readonly view: View }>(
  c: Request,
  { list, load }: ListSource<Row, Around>,
  most: number,
): Promise<{ readonly ids: readonly string[]; readonly query: string }> => {
  const { context, view } = c.var
  const { input } = await readForm(c, selectionForm)
  const { query, all, chosen } = input ?? selectionForm.parse({})
  if (!all) return { ids: chosen.filter(isPublicId).slice(0, most), query }
  const question = readQuestion(list, new URLSearchParams(query))
  const { found } = await load(context, view, question, { limit: most + 1, offset: 0 })
  if (found.rows.length > most) throw new Invalid({ "": "web:list.too-many" })
  return { ids: found.rows.map(list.idOf), query }
}
