import type { Context as HonoContext, MiddlewareHandler } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import type { City } from "#kernel/city.ts"
import type { Upload } from "#kernel/files/files.ts"
import { hasControls, tidy } from "#kernel/text.ts"
import type { WebEnv } from "#web/context.ts"

// Forms with files. A file that is too large is cut off while it arrives: the rest of the form comes back as typed.

const megabyte = 1024 * 1024
/** Of one form, all its files together. */
const mostKept = 64 * megabyte
/** More than this is not listened to, not even to give the form back. */
const mostHeard = 160 * megabyte
/** For the words of a part, and for every part once there is no more room. */
const roomForWords = 64 * 1024

/** Whether a form that takes files stands at a request's path, by the paths that the manifests name. */
export const takesUploads = (paths: readonly string[]): ((c: HonoContext<WebEnv>) => boolean) => {
  const shapes = paths.map((path) => new RegExp(`^${path.replaceAll(/:[a-z]+/g, "[^/]+")}$`))
  return (c) => shapes.some((shape) => shape.test(c.req.path))
}

const bringsFiles = (c: HonoContext<WebEnv>): boolean =>
  c.req.method === "POST" &&
  c.var.context.actor.accountId !== null &&
  (c.req.header("content-type") ?? "").startsWith("multipart/form-data")

/** Bodies are small, except where a form takes files: there the form itself is read piece by piece. */
export const limitBodies =
  (small: MiddlewareHandler<WebEnv>, takes: (c: HonoContext<WebEnv>) => boolean): MiddlewareHandler<WebEnv> =>
  (c, next) => {
    const uploadForm = takes(c)
    c.set("uploadForm", uploadForm)
    if (!uploadForm || !bringsFiles(c)) return small(c, next)
    if (Number(c.req.header("content-length") ?? 0) > mostHeard) throw new HTTPException(413)
    c.set("uploads", true)
    return next()
  }

/** In bytes, of a picture or a document: the larger of the two; the check knows which it is. */
export const largestUpload = ({ settings }: City): number =>
  Math.max(settings.pictureMegabytes.value, settings.documentMegabytes.value) * megabyte

export type Parts = {
  readonly texts: readonly (readonly [name: string, value: string])[]
  readonly files: readonly (readonly [name: string, upload: Upload])[]
}

/** Every part of a form with files, in its order. A field in which no file was chosen is not there. */
export const readParts = async (c: HonoContext<WebEnv>): Promise<Parts> => {
  const type = c.req.header("content-type") ?? ""
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  const body = c.req.raw.body
  if (!boundary || !body) throw new HTTPException(400)
  const { kept, cut } = await keepParts(body, boundary, largestUpload(c.var.context.city))
  const form = await new Response(kept, { headers: { "content-type": type } }).formData().catch((cause) => {
    throw new HTTPException(400, { cause })
  })
  const texts: [string, string][] = []
  const files: [string, Upload][] = []
  let index = 0
  for (const [name, value] of form) {
    const tooLarge = cut.has(index)
    index += 1
    if (typeof value === "string") texts.push([name, value])
    else if (value.name !== "" || value.size > 0) files.push([name, await uploadOf(value, tooLarge)])
  }
  return { texts, files }
}

const uploadOf = async (file: File, tooLarge: boolean): Promise<Upload> => ({
  name: inOneLine(file.name),
  bytes: tooLarge ? new Uint8Array() : await file.bytes(),
  tooLarge,
})

/** No file needs a name that a database, a header or a list could stumble over. */
const inOneLine = (name: string): string =>
  tidy([...name].map((letter) => (hasControls(letter) || /\s/.test(letter) ? " " : letter)).join(""))

type Kept = { readonly kept: Uint8Array<ArrayBuffer>; readonly cut: ReadonlySet<number> }

/** The body with every part cut off where it grows too large; `cut` are the places of those parts. */
export const keepParts = async (
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  largest: number,
): Promise<Kept> => {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const pieces: Buffer[] = []
  const cut = new Set<number>()
  let [part, room, keptSoFar, heard] = [-1, roomForWords, 0, 0]
  const keep = (bytes: Buffer): void => {
    if (bytes.length > room) cut.add(part)
    const piece = bytes.subarray(0, room)
    room -= piece.length
    keptSoFar += piece.length
    if (keptSoFar > mostKept + megabyte) throw new HTTPException(413)
    if (piece.length > 0) pieces.push(piece)
  }
  // The first delimiter has no line before it.
  let rest = Buffer.from("\r\n")
  for await (const chunk of body) {
    heard += chunk.length
    if (heard > mostHeard) throw new HTTPException(413)
    rest = Buffer.concat([rest, chunk])
    for (let at = rest.indexOf(delimiter); at >= 0; at = rest.indexOf(delimiter)) {
      keep(rest.subarray(0, at))
      pieces.push(delimiter)
      part += 1
      room = Math.max(0, Math.min(largest, mostKept - keptSoFar)) + roomForWords
      rest = rest.subarray(at + delimiter.length)
    }
    const safe = Math.max(0, rest.length - delimiter.length)
    keep(rest.subarray(0, safe))
    rest = rest.subarray(safe)
  }
  keep(rest)
  return { kept: new Uint8Array(Buffer.concat(pieces).subarray(2)), cut }
}

// Building blocks of form schemas.

const isUpload = (value: unknown): value is Upload =>
  typeof value === "object" && value !== null && "bytes" in value && "tooLarge" in value

const file = z.custom<Upload>(isUpload, "web:file.error.none")

const whole = file.refine((upload) => !isUpload(upload) || !upload.tooLarge, "web:file.error.too-large")

const one = (value: unknown): unknown => {
  const [first] = [value].flat()
  return first === "" ? undefined : first
}

/** One file, required. */
export const upload = () => z.preprocess(one, whole)

/** One file, or none. */
export const optionalUpload = () => z.preprocess(one, whole.optional())

/** One file or several, as many as the field lets people choose. */
export const uploads = (most: number) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : [value].flat()),
    z
      .array(file)
      .min(1, "web:file.error.none")
      .max(most, "web:file.error.full")
      .refine((those) => those.every(({ tooLarge }) => !tooLarge), "web:file.error.too-large"),
  )
