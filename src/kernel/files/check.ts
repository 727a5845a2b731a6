import { fileTypeFromBuffer } from "file-type"
import { z } from "zod"
import type { City } from "#kernel/city.ts"
import { emit } from "#kernel/events.ts"
import { defineJob } from "#kernel/jobs/jobs.ts"
import { working, type Context, type Work } from "#kernel/transaction.ts"
import { keepContent } from "./contents.ts"
import { rewriteDocument } from "./documents.ts"
import { fileChecked } from "./events.ts"
import { drawPicture, type DrawnSize } from "./pictures.ts"
import { Refused, type Refusal } from "./refused.ts"

type Waiting = {
  readonly id: string
  readonly ownerKind: string
  readonly ownerId: string
  readonly accepts: string
  readonly hash: string
  readonly attempts: number
  readonly role: string
  readonly takesPlace: boolean
}

/** A file that ended the program twice while it was looked at is not looked at again. */
const mostAttempts = 3

/**
 * Looks at what was sent in, and answers what became of it. Whoever comes second waits, and finds it done: the request
 * that brought the file and the job may both try. A crash leaves the file in quarantine, and the job begins anew.
 */
export const checkFile = async (context: Context, publicId: string): Promise<Refusal | null> => {
  await context.database
    .updateTable("files")
    .set(({ eb }) => ({ attempts: eb("attempts", "+", 1) }))
    .where("publicId", "=", publicId)
    .where("state", "=", "quarantined")
    .execute()
  return oneByOne(() => working(context, "files.check", (work) => check(work, publicId)))
}

const check = async (work: Work, publicId: string): Promise<Refusal | null> => {
  const found = await work.tx
    .selectFrom("files")
    .select([
      "id",
      "ownerKind",
      "ownerId",
      "accepts",
      "hash",
      "attempts",
      "role",
      "takesPlace",
      "state",
      "refusal",
    ])
    .where("publicId", "=", publicId)
    .forUpdate()
    .executeTakeFirst()
  if (!found || found.state !== "quarantined") return (found?.refusal ?? null) as Refusal | null
  const seen = await examined(work, found)
  if (seen instanceof Refused) await refuse(work, found, seen.refusal)
  else await release(work, found, seen)
  await emit(work, fileChecked, { kind: found.ownerKind, id: found.ownerId })
  return seen instanceof Refused ? seen.refusal : null
}

const examined = async (work: Work, file: Waiting): Promise<readonly DrawnSize[] | Refused> => {
  if (file.attempts > mostAttempts) return new Refused("broken")
  const bytes = await work.files.get(file.hash)
  try {
    return await examine(bytes, file.accepts, work.city)
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

/** What the content is, whatever it is called; and the same made harmless. */
const examine = async (bytes: Uint8Array, accepts: string, city: City): Promise<readonly DrawnSize[]> => {
  if (bytes.length === 0) throw new Refused("empty")
  const { pictureMegabytes, documentMegabytes, pictureMegapixels } = city.settings
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? null
  const asDocument = accepts === "document" || (accepts === "either" && type === "application/pdf")
  const most = asDocument ? documentMegabytes.value : pictureMegabytes.value
  if (bytes.length > most * 1024 * 1024) throw new Refused("too-large")
  if (!asDocument) return drawPicture(bytes, type, { megapixels: pictureMegapixels.value })
  const rewritten = await rewriteDocument(bytes, type)
  return [{ size: "full", type: "application/pdf", bytes: rewritten, width: null, height: null }]
}

const release = async (work: Work, file: Waiting, sizes: readonly DrawnSize[]): Promise<void> => {
  for (const { bytes, ...size } of sizes) {
    const hash = await keepContent(work, bytes)
    await work.tx
      .insertInto("fileSizes")
      .values({ ...size, fileId: file.id, hash, bytes: bytes.length })
      .execute()
  }
  if (file.takesPlace) await clearPlace(work, file)
  const [full] = sizes
  await work.tx
    .updateTable("files")
    .set({
      ...{ state: "usable", checkedAt: work.now, type: full?.type ?? null, bytes: full?.bytes.length ?? 0 },
      ...{ width: full?.width ?? null, height: full?.height ?? null },
    })
    .where("id", "=", file.id)
    .execute()
}

/** What stood there goes, and can be put back. */
const clearPlace = async (work: Work, file: Waiting): Promise<void> => {
  await work.tx
    .updateTable("files")
    .set({ removedAt: work.now })
    .where("ownerKind", "=", file.ownerKind)
    .where("ownerId", "=", file.ownerId)
    .where("role", "=", file.role)
    .where("state", "=", "usable")
    .where("removedAt", "is", null)
    .execute()
}

const refuse = async (work: Work, file: Waiting, refusal: Refusal): Promise<void> => {
  await work.tx
    .updateTable("files")
    .set({ state: "refused", refusal, checkedAt: work.now })
    .where("id", "=", file.id)
    .execute()
}

/** Large pictures need much memory: in one process one file is looked at at a time. */
let last: Promise<unknown> = Promise.resolve()

const oneByOne = <R>(run: () => Promise<R>): Promise<R> => {
  const next = last.then(run, run)
  last = next.catch(() => {})
  return next
}

export const checkFileJob = defineJob(
  "kernel.check-file",
  z.object({ id: z.string() }),
  async (context, { id }) => {
    await checkFile(context, id)
  },
)
