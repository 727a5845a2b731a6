import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { dayOf } from "#kernel/clock.ts"
import { Forbidden, Invalid, NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, type FormState, submitForm } from "#web/forms.ts"
import { accountNames } from "../auth/people.ts"
import { applyPostFile, keepPostFile, undoPostFile } from "../commands/import-posts.ts"
import { checkRows } from "../imports/check-rows.ts"
import { readPostRows } from "../imports/post-rows.ts"
import { managedBodies } from "../policy.ts"
import { canUndoOn, getImport, listImports } from "../queries/post-imports.ts"
import { nothing, postFileForm, postRowsForm } from "../schema.ts"
import { NewImport, type NewImportProps } from "../views/new-import.tsx"
import { ImportPreview, type ImportPreviewProps } from "../views/import-preview.tsx"
import { rowWords } from "../views/row-words.ts"

type Request = HonoContext<WebEnv, string>

export const importsPage = routes()
  .get("/posts/imports", async (c) => c.html(drawPage(<NewImport {...await startOf(c)} form={emptyForm} />)))
  .post("/posts/imports", async (c) => {
    const file = await fileOf(c)
    return submitForm(c, {
      schema: postFileForm,
      run: async (context, { text }) => {
        const source = file?.name ?? ""
        const found = await readPostRows(file ? file.bytes : Buffer.from(text))
        if ("refused" in found)
          throw new Invalid({ [file ? "file" : "text"]: `accounts:import.${found.refused}` })
        const { id } = await keepPostFile(context, { source, lines: found.lines })
        return `/staff/posts/imports/${id}`
      },
      again: async (form) => <NewImport {...await startOf(c)} form={form} />,
    })
  })
  .get("/posts/imports/:id", async (c) =>
    c.html(drawPage(<ImportPreview {...await previewOf(c)} form={emptyForm} />)),
  )
  .post("/posts/imports/:id/decision", (c) =>
    submitForm(c, {
      schema: postRowsForm,
      run: async (context, { rows }) => {
        await applyPostFile(context, { id: idOf(c), lines: rows, words: rowWords })
        return `/staff/posts/imports/${idOf(c)}`
      },
      again: async (form) => <ImportPreview {...await previewOf(c)} form={form} />,
      done: "accounts:done.file-applied",
    }),
  )
  .post("/posts/imports/:id/undo", (c) =>
    submitForm(c, {
      schema: nothing,
      run: async (context) => {
        await undoPostFile(context, { id: idOf(c) })
        return `/staff/posts/imports/${idOf(c)}`
      },
      again: async (form: FormState) => <ImportPreview {...await previewOf(c)} form={form} />,
      done: "accounts:done.file-undone",
    }),
  )

const idOf = (c: Request): string => {
  const id = c.req.param("id") ?? ""
  if (!isId(id)) throw new NotFound("no such file")
  return id
}

const refuseOthers = (c: Request): void => {
  if (managedBodies(c.var.context.actor) === "none") throw new Forbidden("only administrators bring posts")
}

const fileOf = async (c: Request): Promise<{ name: string; bytes: Uint8Array } | null> => {
  refuseOthers(c)
  const { file } = await c.req.parseBody().catch(() => ({ file: undefined }))
  if (!(file instanceof File) || file.size === 0) return null
  return { name: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) }
}

const startOf = async (c: Request): Promise<Omit<NewImportProps, "form">> => {
  refuseOthers(c)
  const { context, view } = c.var
  return reading(context, async (tx) => ({ view, earlier: await listImports(tx, context.actor) }))
}

const previewOf = async (c: Request): Promise<Omit<ImportPreviewProps, "form">> => {
  refuseOthers(c)
  const { context, view } = c.var
  const today = dayOf(context.clock.now(), context.city.zone)
  return reading(context, async (tx) => {
    const found = await getImport(tx, context.actor, idOf(c))
    const open = !found.appliedAt
    return {
      view,
      found,
      rows: open ? await checkRows(tx, context.actor, found.rows, rowWords) : [],
      canUndo: await canUndoOn(tx, found, today),
      by: (await accountNames(tx, [found.accountId])).get(found.accountId) ?? "",
    }
  })
}
