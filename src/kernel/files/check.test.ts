import sharp from "sharp"
import { describe, expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { newId } from "#kernel/ids.ts"
import { working } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"
import * as sent from "#test/support/files.ts"
import { checkFile } from "./check.ts"
import { receiveFile } from "./arrange.ts"
import { findFile, findSize, type FileRole } from "./files.ts"

const world = await testWorld()
const context = world.as(anonymous)

const roles: Record<FileRole["accepts"], FileRole> = {
  picture: { role: "picture", accepts: "picture", most: 99 },
  document: { role: "document", accepts: "document", most: 99 },
  either: { role: "scan", accepts: "either", most: 99 },
}

const receive = async (bytes: Uint8Array, accepts: FileRole["accepts"], name = "file") => {
  const owner = { kind: "test", id: newId() }
  const { id } = await working(context, "test.receive", (work) =>
    receiveFile(work, { owner, role: roles[accepts], upload: { name, bytes } }),
  )
  const refusal = await checkFile(context, id)
  const file = await world.database.transaction().execute((tx) => findFile(tx, id))
  if (!file) throw new Error("it was received")
  return { file, refusal }
}

const contentOf = async (fileId: string, size = "full"): Promise<Buffer> => {
  const found = await world.database.transaction().execute((tx) => findSize(tx, fileId, size))
  return Buffer.from(await context.files.get(found?.hash ?? ""))
}

describe("issue 3 line 16: pictures", () => {
  test("position and name of the maker are gone, and it stands upright", async () => {
    const photograph = await sent.photograph(1200, 800)
    expect((await sharp(photograph).metadata()).exif?.length).toBeGreaterThan(50)
    const { file } = await receive(photograph, "picture", "庭の写真.jpg")
    expect(file).toMatchObject({ state: "usable", type: "image/webp", name: "庭の写真.jpg" })
    const drawn = await sharp(await contentOf(file.id)).metadata()
    expect(drawn).toMatchObject({ format: "webp", width: 800, height: 1200 })
    expect([drawn.exif, drawn.xmp, drawn.iptc, drawn.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  test("three sizes, none larger than it came", async () => {
    const { file } = await receive(await sent.plainPicture(1000, 500), "picture")
    for (const [size, width] of [
      ["thumb", 320],
      ["card", 640],
      ["full", 1000],
    ] as const)
      expect((await sharp(await contentOf(file.id, size)).metadata()).width).toBe(width)
    const large = await receive(await sent.plainPicture(2400, 1200), "picture")
    expect(large.file).toMatchObject({ width: 1600, height: 800 })
  })

  test.each([
    ["a zip that is called a picture", "no-picture", () => sent.zip],
    ["an SVG with a script", "svg", () => sent.svg],
    ["HEIC of a telephone", "heic", () => sent.heic],
    ["a picture of ten thousand million points", "pixels", sent.pixelBomb],
    ["half a picture", "broken", async () => (await sent.photograph()).subarray(0, 3000)],
    ["nothing at all", "empty", () => Buffer.alloc(0)],
    ["a document", "no-picture", sent.flyer],
    ["words", "no-picture", () => Buffer.from("こんにちは")],
  ])("%s is refused: %s", async (_what, refusal, make) => {
    const { file } = await receive(await make(), "picture", "picture.png")
    expect(file).toMatchObject({ state: "refused", refusal })
  })

  test("larger than the city takes, it is refused even where no form counted", async () => {
    const { refusal } = await receive(Buffer.alloc(10 * 1024 * 1024 + 1), "picture")
    expect(refusal).toBe("too-large")
  })
})

describe("issue 3 line 16: documents", () => {
  test("a flyer is written anew and can be read", async () => {
    const { file } = await receive(await sent.jumping(), "document", "チラシ.pdf")
    expect(file).toMatchObject({ state: "usable", type: "application/pdf" })
    expect((await contentOf(file.id)).subarray(0, 5).toString()).toBe("%PDF-")
  })

  test.each([
    ["a script", "script", sent.scripted],
    ["a program that it starts, under a written-out name", "script", sent.launching],
    ["a program inside", "attachment", sent.carrying],
    ["a password", "password", sent.locked],
    ["half of it", "broken", async () => (await sent.flyer()).subarray(0, 200)],
    ["a few bytes that unpack to gigabytes", "broken", sent.bomb],
    ["a picture instead", "no-document", sent.photograph],
  ])("with %s it is refused: %s", async (_what, refusal, make) => {
    const { file } = await receive(await make(), "document", "flyer.pdf")
    expect(file).toMatchObject({ state: "refused", refusal })
  })

  test("what an older version of an object said is not given out", async () => {
    const { file } = await receive(await sent.overwritten(), "document", "flyer.pdf")
    expect(file.state).toBe("usable")
    expect((await contentOf(file.id)).includes("app.alert")).toBe(false)
  })

  test("a scan may be either", async () => {
    expect((await receive(await sent.flyer(), "either")).file.type).toBe("application/pdf")
    expect((await receive(await sent.photograph(), "either")).file.type).toBe("image/webp")
  })
})

describe("issue 3 line 16: quarantine", () => {
  test("until it is checked nothing of it is there to give out, and checking twice at once is once", async () => {
    const owner = { kind: "test", id: newId() }
    const upload = { name: "a.png", bytes: await sent.plainPicture() }
    const { id } = await working(context, "test.receive", (work) =>
      receiveFile(work, { owner, role: roles.picture, upload }),
    )
    const waiting = await world.owner
      .selectFrom("files")
      .selectAll()
      .where("publicId", "=", id)
      .executeTakeFirstOrThrow()
    expect(waiting.state).toBe("quarantined")
    expect(
      await world.database.transaction().execute((tx) => findSize(tx, waiting.id, "full")),
    ).toBeUndefined()
    expect(await Promise.all([checkFile(context, id), checkFile(context, id)])).toEqual([null, null])
    const sizes = await world.owner
      .selectFrom("fileSizes")
      .selectAll()
      .where("fileId", "=", waiting.id)
      .execute()
    expect(sizes).toHaveLength(3)
  })

  test("what ended the program three times is not looked at a fourth time", async () => {
    const owner = { kind: "test", id: newId() }
    const upload = { name: "a.png", bytes: await sent.plainPicture() }
    const { id } = await working(context, "test.receive", (work) =>
      receiveFile(work, { owner, role: roles.picture, upload }),
    )
    await world.owner.updateTable("files").set({ attempts: 3 }).where("publicId", "=", id).execute()
    expect(await checkFile(context, id)).toBe("broken")
  })
})
