import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { plainPicture } from "#test/support/files.ts"
import { crawl } from "./support/crawl.ts"
import { runEnishi } from "./support/running.ts"
import { visitor } from "./support/visitor.ts"
import { databaseOf, ownDataDir, runningDemo } from "./support/world.ts"

const parent = ownDataDir("empty")
const folder = join(parent, "backup")
const running = await runningDemo()
const database = await databaseOf(running.dataDir)
const anybody = await visitor(running.url)
const officer = await visitor(running.url, "city-officer")

describe("issue 2 line 12: backup and restore, while the program runs", () => {
  let before: ReadonlyMap<string, string>

  beforeAll(async () => {
    const paths = ["/listings.json", "/listings.csv"]
    for (const lang of ["ja", "en", "ja-easy"]) {
      const from = [lang === "ja" ? "/" : `/?lang=${lang}`]
      const { pages } = await crawl(anybody, { from, most: 80, ofEach: 4, askedOfEach: 4, lang })
      paths.push(...pages)
    }
    await bringLogo()
    before = await read(paths)
    const { code, stderr } = await enishi("backup", folder)
    if (code !== 0) throw new Error(stderr)
  })

  const enishi = (...words: readonly string[]) => runEnishi(words, { DATA_DIR: running.dataDir })

  const read = async (paths: Iterable<string>): Promise<ReadonlyMap<string, string>> => {
    const pages = new Map<string, string>()
    for (const path of paths) {
      const { status, body } = await anybody.get(path)
      pages.set(path, `${status}\n${withoutKeys(body)}`)
    }
    return pages
  }

  let logo = ""

  /** Something that stands in the store, not in the tables. */
  const bringLogo = async (): Promise<void> => {
    const editor = await visitor(running.url, "group-editor")
    const group = /\/my\/organisations\/\w{10}/.exec((await editor.get("/my")).body)?.[0] ?? ""
    const file = new File([new Uint8Array(await plainPicture())], "logo.png")
    const { status } = await editor.bring(`${group}/files`, { role: "logo" }, "logo-file", file)
    if (status !== 303) throw new Error(`the logo was not taken: ${status}`)
    logo = /\/files\/\w{10}\/card/.exec((await anybody.get(group.replace("/my", ""))).body)?.[0] ?? ""
  }

  const change = async (): Promise<void> => {
    rmSync(join(running.dataDir, "files"), { recursive: true })
    await database.query("update organisations set name = name || '（変更）'")
    await database.query("update listings set state = 'hidden', public_reason = '確認中です。'")
    await database.query("delete from occurrences")
    await database.query("update page_stamps set version = version + 1")
  }

  test("a backup never overwrites another", async () => {
    const { code, stderr } = await enishi("backup", folder)
    expect(code).toBe(1)
    expect(stderr).toContain(folder)
  })

  test("restore gives up what is there only when told to", async () => {
    const { code, stderr } = await enishi("restore", folder)
    expect(code).toBe(1)
    expect(stderr).toContain("--replace")
    expect(await read(before.keys())).toEqual(before)
  })

  test("the same pages stand again, byte for byte, and people stay signed in", async () => {
    expect(before.size).toBeGreaterThan(30)
    await change()
    const { code: ill, stdout } = await enishi("doctor", "--json")
    // So small a picture is the same in all its sizes.
    expect([ill, JSON.parse(stdout)]).toMatchObject([1, { well: false, missingFiles: 1 }])
    const between = await read(before.keys())
    const changed = [...before.keys()].filter((path) => between.get(path) !== before.get(path))
    expect(changed.length).toBeGreaterThan(10)

    const { code, stderr } = await enishi("restore", folder, "--replace")
    expect([code, stderr]).toEqual([0, ""])

    expect(await read(before.keys())).toEqual(before)
    expect((await officer.get("/staff")).status).toBe(200)
    expect((await anybody.get(logo)).status).toBe(200)
  })

  test("a restored program writes: the next act finds its numbers and keys free", async () => {
    const { status } = await officer.post("/demo/sign-in", { person: "citizen" })
    expect(status).toBe(303)
    const { code, stdout } = await enishi("doctor", "--json")
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { well: true, auditFaults: [] }])
  })

  test("a damaged file is refused, and nothing changes", async () => {
    for (const damage of [flipped, cut, emptied]) {
      const damaged = join(parent, damage.name)
      cpSync(folder, damaged, { recursive: true })
      const file = join(damaged, "listings.copy.gz")
      writeFileSync(file, damage(readFileSync(file)))
      const { code, stderr } = await enishi("restore", damaged, "--replace")
      expect([damage.name, code]).toEqual([damage.name, 1])
      expect(stderr).toContain("listings")
      expect(stderr).not.toMatch(/^\s+at /m)
    }
    expect(await read(before.keys())).toEqual(before)
  })

  test("a folder that is no backup, and another city's, are refused with a reason", async () => {
    const none = await enishi("restore", parent, "--replace")
    expect(none.code).toBe(1)
    expect(none.stderr).not.toMatch(/^\s+at /m)
    const other = join(parent, "other")
    cpSync(folder, other, { recursive: true })
    const list = join(other, "backup.json")
    writeFileSync(list, readFileSync(list, "utf8").replace('"city": "osaka"', '"city": "takamatsu"'))
    const refused = await enishi("restore", other, "--replace")
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain("takamatsu")
    expect(await read(before.keys())).toEqual(before)
  })
})

/** Each drawing of a form has a key of its own. */
const withoutKeys = (html: string): string => html.replaceAll(/name="_key" value="[^"]*"/g, "key")

const flipped = (file: Buffer): Buffer => {
  const copy = Buffer.from(file)
  const middle = Math.floor(copy.length / 2)
  copy[middle] = (copy[middle] ?? 0) ^ 0xff
  return copy
}

const cut = (file: Buffer): Buffer => file.subarray(0, Math.floor(file.length / 2))

const emptied = (): Buffer => Buffer.alloc(0)
