import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { newId } from "#kernel/ids.ts"
import { working } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"
import { flyer, plainPicture, zip } from "#test/support/files.ts"
import { checkFile } from "./check.ts"
import { receiveFile, removeFile, restoreFile } from "./arrange.ts"
import { findFile, type FileRole } from "./files.ts"
import { folderStore } from "./store.ts"
import { sweepFiles } from "./sweep.ts"

const world = await testWorld()
// A store of its own: what a sweep finds there, no other test has put there.
const context = { ...world.as(anonymous), files: folderStore(`${world.storeDir}/swept-${newId()}`) }
const owner = { kind: "test", id: newId() }
const role: FileRole = { role: "picture", accepts: "either", most: 99 }

const receive = async (bytes: Uint8Array, name = "a"): Promise<string> => {
  const { id } = await working(context, "test.receive", (work) =>
    receiveFile(work, { owner, role, upload: { name, bytes } }),
  )
  return id
}

const fileOf = async (id: string) => {
  const file = await world.database.transaction().execute((tx) => findFile(tx, id))
  if (!file) throw new Error("it is gone")
  return file
}

const hashesOf = async (id: string): Promise<string[]> => {
  const rows = await world.owner
    .selectFrom("fileSizes")
    .innerJoin("files", "files.id", "fileSizes.fileId")
    .select("fileSizes.hash")
    .where("publicId", "=", id)
    .execute()
  return rows.map(({ hash }) => hash)
}

const stored = async (hashes: readonly string[]): Promise<boolean[]> => {
  const found = []
  for (const hash of hashes) found.push((await context.files.find(hash)) !== null)
  return found
}

/** As if everything in the store had been there for two days. */
const age = () => world.ownerPool.query("update file_contents set stored_at = now() - interval '2 days'")

test("issue 3 line 16: the sweep takes what nobody needs: what was sent in, what was removed, what was refused", async () => {
  const picture = await plainPicture(90, 60)
  const kept = await receive(picture)
  const gone = await receive(await flyer())
  const refused = await receive(zip)
  for (const id of [kept, gone, refused]) await checkFile(context, id)
  const sentIn = createHash("sha256").update(picture).digest("hex")
  const [keptHashes, goneHashes] = [await hashesOf(kept), await hashesOf(gone)]
  await age()
  await sweepFiles(context)
  // What was sent in holds what the picture had in it: position and all. It is not kept.
  expect(await stored([sentIn])).toEqual([false])
  expect(await stored([...keptHashes, ...goneHashes])).toEqual([true, true, true, true])

  await working(context, "test.remove", async (work) => removeFile(work, await fileOf(gone)))
  await sweepFiles(context)
  await working(context, "test.restore", async (work) => restoreFile(work, await fileOf(gone), role))
  await working(context, "test.remove", async (work) => removeFile(work, await fileOf(gone)))
  world.clock.set("2026-06-18T11:00:00+09:00")
  await age()
  await sweepFiles(context)
  await expect(fileOf(gone)).rejects.toThrow("it is gone")
  await expect(fileOf(refused)).rejects.toThrow("it is gone")
  expect(await stored(goneHashes)).toEqual([false])
  expect(await stored(keptHashes)).toEqual([true, true, true])
  // Nothing is left for a second one.
  expect(await sweepFiles(context)).toEqual({ files: 0, contents: 0 })
})

test("issue 3 line 16: the same content of two files is kept once, and as long as one of them needs it", async () => {
  const bytes = await plainPicture(33, 22)
  const [one, two] = [await receive(bytes), await receive(bytes)]
  for (const id of [one, two]) await checkFile(context, id)
  expect(await hashesOf(one)).toEqual(await hashesOf(two))
  await world.owner.deleteFrom("files").where("publicId", "=", one).execute()
  await age()
  await sweepFiles(context)
  expect(await stored(await hashesOf(two))).toEqual([true, true, true])
})

test("issue 3 line 16: what was left in quarantine is looked at again", async () => {
  const id = await receive(await plainPicture(44, 22))
  await world.ownerPool.query("delete from graphile_worker._private_jobs")
  world.clock.set("2026-06-18T20:00:00+09:00")
  await sweepFiles(context)
  const jobs = await world.ownerPool.query(
    "select key from graphile_worker.jobs where task_identifier = 'kernel.check-file'",
  )
  expect(jobs.rows).toEqual([{ key: `check:${id}` }])
})
