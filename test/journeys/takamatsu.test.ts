import { existsSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { openBrowser, phone, signIn } from "./support/browser.ts"
import { problemsOf } from "./support/checks.ts"
import { pointer } from "./support/hands.ts"
import { catchMail } from "./support/mail-catcher.ts"
import { pictures } from "./support/pictures.ts"
import { approve, mend, publish, register, returnOnce } from "./support/road.ts"
import { root, type Running, runEnishi, startProgram } from "./support/running.ts"
import { visitor } from "./support/visitor.ts"
import { databaseOf, ownDataDir } from "./support/world.ts"

// The second city, without wards.
const mail = await catchMail()
const dataDir = ownDataDir("empty")
const env = { CITY: "takamatsu", SMTP_URL: mail.url }
const running: Running = await startProgram({ dataDir, env })
const { open } = await openBrowser(running.url)
const database = await databaseOf(dataDir)

afterAll(async () => void (await running.stop()))

const walker = async (person: string) => {
  const page = await open({ size: phone })
  await signIn(page, person)
  return { page, hands: pointer(page) }
}

test("issue 2 line 13: the same road in a city without wards", async () => {
  const group = { name: "屋島の夕日を見る会", kana: "ヤシマノユウヒヲミルカイ", phone: "087-800-0001" }
  const citizen = await walker("citizen")
  const officer = await walker("city-officer")
  const id = await register(citizen, group)
  await returnOnce(officer, group, "集まる場所を書き足してください。")
  await mend(citizen, id)
  await approve(officer, group)
  await mail.letterTo("citizen@demo.example.jp", `登録されました：${group.name}`)
  const event = { title: "屋島で歌う夕べ", first: "2026-06-10", until: "2026-08-26" }
  const listing = await publish(citizen, id, event)
  const anybody = await visitor(running.url)
  for (const path of [`/listings?q=${encodeURIComponent(event.title)}`, `/organisations/${id}`, "/"])
    for (const lang of ["ja", "en", "ja-easy"]) {
      const { body } = await anybody.get(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`)
      expect([path, lang, body.includes(`/listings/${listing}`)]).toEqual([path, lang, true])
    }
  expect((await anybody.get(`/listings/${listing}`)).body).toContain(event.title)
})

const realFile =
  process.env["TAKAMATSU_EVENTS"] ?? join(root, "../shared/data/takamatsu/events-2023-2026.csv")

describe.runIf(existsSync(realFile))("issue 2 lines 18 and 20: the city's real events", () => {
  const importFile = async (): Promise<Record<string, number>> => {
    const words = ["import", realFile, "--profile", "takamatsu-events", "--json"]
    const { code, stdout, stderr } = await runEnishi(words, { DATA_DIR: dataDir, ...env })
    if (code !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as Record<string, number>
  }

  test("come in while the program runs, stand in the list, open their pages, and count apart (needs ../shared/data)", async () => {
    const anybody = await visitor(running.url)
    expect((await anybody.get("/listings?when=all")).status).toBe(200)
    const first = await importFile()
    const { rows = 0, created = 0, updated = 0, unchanged = 0, merged = 0, refused = 0 } = first
    expect(rows).toBe(1268)
    expect(created + updated + unchanged + merged + refused).toBe(rows)
    const second = await importFile()
    expect([second["created"], second["updated"]]).toEqual([0, 0])

    const { rows: imported } = await database.query<{ id: string }>(
      "select public_id as id from listings where import_profile = 'takamatsu-events' and state = 'published'",
    )
    const all = new Set(imported.map(({ id }) => `/listings/${id}`))
    const { body } = await anybody.get("/listings?when=past")
    const paths = [...body.matchAll(/href="(\/listings\/[0-9a-z]{10})"/g)]
      .map(([, href = ""]) => href)
      .filter((href) => all.has(href))
      .slice(0, 4)
    expect(paths).toHaveLength(4)
    const page = await open({ size: phone })
    for (const path of ["/listings?when=all", "/listings?when=past", "/figures", ...paths])
      expect([path, ...(await problemsOf(page, path))]).toEqual([path])
    await page.goto(paths[0] ?? "")
    const text = await page.locator("main").innerText()
    expect(text).toContain("高松市")
    expect(text).toMatch(/CC BY/)
    await pictures(page, "takamatsu-imported")
    await page.goto("/listings?when=all")
    await pictures(page, "takamatsu-list")
    await page.goto("/figures")
    await pictures(page, "takamatsu-figures")
  })
})
