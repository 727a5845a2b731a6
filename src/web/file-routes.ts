import type { Context as HonoContext, Hono } from "hono"
import { NotFound } from "#kernel/errors.ts"
import { findFile, findSize, type FileContent, type StoredFile } from "#kernel/files/files.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import type { Manifest } from "#web/manifest.ts"

// The one way out for files: whether somebody may have one is asked of the module it belongs to, every time.

/** Opened by itself, a file can do nothing: no script, no frame, nothing loaded from anywhere. */
const policy = "default-src 'none'; sandbox; frame-ancestors 'none'"

/**
 * The content under an address never changes. Browsers need not ask for a day; what stands between them and us asks
 * after a minute, so that what is withdrawn is gone.
 */
const forEverybody = "public, max-age=86400, s-maxage=60, immutable"
const forReader = "private, no-store"

export const fileRoutes = (modules: readonly Manifest[]): Hono<WebEnv> => {
  const sights = new Map(modules.flatMap(({ fileOwners }) => Object.entries(fileOwners ?? {})))

  const serve = async (c: HonoContext<WebEnv>, id: string, size: string): Promise<Response> => {
    const { context } = c.var
    const found = await reading(context, async (tx) => {
      const file = await findFile(tx, id)
      if (!file || file.state !== "usable" || file.removedAt) return null
      const sight = (await sights.get(file.ownerKind)?.(tx, context.actor, file)) ?? "nobody"
      const content = sight === "nobody" ? undefined : await findSize(tx, file.id, size)
      return content ? { file, sight, content } : null
    })
    if (!found) throw new NotFound(`no file ${id} in size ${size} for this reader`)
    const tag = `"${found.content.hash.slice(0, 32)}"`
    c.set("contentPolicy", policy)
    c.header("Cache-Control", found.sight === "everybody" ? forEverybody : forReader)
    c.header("ETag", tag)
    if (c.req.header("if-none-match") === tag) return c.body(null, 304)
    c.header("Content-Type", found.content.type)
    c.header("Content-Disposition", disposition(found.file, found.content))
    return c.body(new Uint8Array(await context.files.get(found.content.hash)))
  }

  return routes()
    .get("/files/:id", (c) => serve(c, c.req.param("id"), "full"))
    .get("/files/:id/:size", (c) => serve(c, c.req.param("id"), c.req.param("size")))
}

const endings: Readonly<Record<string, string>> = { "image/webp": "webp", "application/pdf": "pdf" }

/** The sender's name for it, with the ending of what it has become (RFC 6266). Pictures are shown, the rest is saved. */
const disposition = ({ name }: StoredFile, { type }: FileContent): string => {
  const ending = endings[type] ?? "bin"
  const full = `${name.replace(/\.[^.]*$/, "")}.${ending}`
  const encoded = encodeURIComponent(full).replaceAll(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  )
  const kind = type.startsWith("image/") ? "inline" : "attachment"
  return `${kind}; filename="file.${ending}"; filename*=UTF-8''${encoded}`
}
