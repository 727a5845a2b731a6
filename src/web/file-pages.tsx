import type { Context as HonoContext, Hono } from "hono"
import { z } from "zod"
import { drawPage, type Child, type Html } from "#jsx"
import type { FileCommands } from "#kernel/files/commands.ts"
import { listFiles, type FileRole } from "#kernel/files/files.ts"
import { checkAtOnce } from "#kernel/files/take-in.ts"
import { reading, type Transaction } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import type { FilePlace } from "#web/file-links.ts"
import {
  emptyForm,
  optionalLine,
  readForm,
  submitForm,
  typedValue,
  version,
  type FormState,
} from "#web/forms.ts"
import type { Crumb } from "#web/ui/breadcrumbs.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { fileErrors, FilesEditor, uploadName } from "#web/ui/files-editor.tsx"
import { uploads } from "#web/uploads.ts"
import type { View } from "#web/view.ts"

// The page of a record's files is the same in every module; what the record is and who may, the module says.

/** The record, as far as its page of files needs it; loading it refuses whoever may not keep its files. */
export type FilesSubject = {
  readonly id: string
  readonly kind: string
  readonly title: string
  /** Beside the name of the record: 「写真と書類」. */
  readonly lead: Child
  readonly crumbs: readonly Crumb[]
  readonly roles: readonly FileRole[]
}

export type FilePagesParts = {
  /** As the surface mounts it: `/organisations/:id/files`. */
  readonly path: string
  /** Of the surface: `/my` or `/staff`. */
  readonly under: "/my" | "/staff"
  readonly commands: FileCommands
  readonly load: (c: HonoContext<WebEnv>, tx: Transaction, id: string) => Promise<FilesSubject>
  readonly Page: (props: {
    readonly view: View
    readonly title: string
    readonly scripts: readonly ["submit-once", "upload-field"]
    readonly breadcrumbs: readonly Crumb[]
    readonly children: Child
  }) => Html
}

const changing = z.object({
  act: z.enum(["save", "earlier", "later", "remove", "restore"]),
  _version: version(),
})

const words = (file: string) =>
  z
    .object({
      [`title-${file}`]: optionalLine(100),
      [`alt-${file}`]: optionalLine(200),
      [`decorative-${file}`]: z.string().default(""),
    })
    .transform((typed) => ({
      title: typed[`title-${file}`] ?? "",
      alt: typed[`alt-${file}`] ?? "",
      decorative: typed[`decorative-${file}`] === "yes",
    }))

const done = {
  ...{ save: "web:done.file-saved", earlier: "web:done.file-moved", later: "web:done.file-moved" },
  ...{ remove: "web:done.file-removed", restore: "web:done.file-restored" },
} as const

/** Three routes: the page, a form that brings files, and one that changes one of them. */
export const filePages = (parts: FilePagesParts): Hono<WebEnv> => {
  const { commands, load, Page, under } = parts
  const place: FilePlace = under === "/staff" ? "office" : "public"

  const pathOf = (id: string): string => `${under}${parts.path.replace(":id", id)}`

  const subjectOf = (c: HonoContext<WebEnv>, id: string) => reading(c.var.context, (tx) => load(c, tx, id))

  const page = async (c: HonoContext<WebEnv>, id: string, form: FormState): Promise<Html> => {
    const { context, view } = c.var
    const { pictureMegabytes, documentMegabytes } = context.city.settings
    const { subject, ...found } = await reading(context, async (tx) => {
      const subject = await load(c, tx, id)
      const mine = (file: { readonly role: string }) => subject.roles.some(({ role }) => role === file.role)
      const files = (await listFiles(tx, subject)).filter(mine)
      return { subject, files, removed: (await listFiles(tx, subject, { removed: true })).filter(mine) }
    })
    const { roles } = subject
    return (
      <Page
        view={view}
        title={`${view.text("web:file.page")} | ${subject.title}`}
        scripts={["submit-once", "upload-field"]}
        breadcrumbs={[...subject.crumbs, { label: view.t("web:file.page") }]}
      >
        <>
          <h1>{view.t("web:file.page")}</h1>
          <ErrorSummary view={view} errors={fileErrors({ view, form, roles })} />
          <p>{subject.lead}</p>
          <FilesEditor
            view={view}
            path={pathOf(id)}
            place={place}
            roles={roles}
            form={form}
            limits={{ picture: pictureMegabytes.value, document: documentMegabytes.value }}
            {...found}
          />
        </>
      </Page>
    )
  }

  return routes()
    .get(parts.path, async (c) => c.html(drawPage(await page(c, c.req.param("id") ?? "", emptyForm))))
    .post(parts.path, async (c) => {
      const id = c.req.param("id") ?? ""
      const subject = await subjectOf(c, id)
      const { typed } = await readForm(c, z.any())
      const role = subject.roles.find((each) => each.role === typed["role"]?.[0]) ?? subject.roles[0]
      const name = role ? uploadName(role) : ""
      const schema = z.object({ [name]: uploads(role?.most ?? 1) })
      return submitForm(c, {
        schema,
        run: async (context, input) => {
          const uploads = input[name] ?? []
          const { files } = await commands.add(context, { id, role: role?.role ?? "", uploads })
          await checkAtOnce(context, files, name)
          return pathOf(id)
        },
        again: (form) => page(c, id, form),
        done: "web:done.file-added",
      })
    })
    .post(`${parts.path}/:file`, async (c) => {
      const [id, file] = [c.req.param("id") ?? "", c.req.param("file") ?? ""]
      await subjectOf(c, id)
      const act = changing.shape.act.safeParse(typedValue(await readForm(c, z.any()), "act"))
      return submitForm(c, {
        schema: changing.and(words(file)),
        run: async (context, { act, _version, ...said }) => {
          await commands.change(context, { id, file, act, version: _version, ...said })
          return `${pathOf(id)}#file-${file}`
        },
        again: (form) => page(c, id, form),
        done: done[act.data ?? "save"],
      })
    })
}
