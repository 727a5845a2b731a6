import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { desk, openBrowser, type Page, phone, signIn } from "./support/browser.ts"
import { problemsHere, problemsOf } from "./support/checks.ts"
import { walkAll } from "./support/keyboard.ts"
import { manyListings } from "./support/many-rows.ts"
import { pictures } from "./support/pictures.ts"
import { nameOf, walkPages } from "./support/walk-pages.ts"
import { databaseOf, runningDemo } from "./support/world.ts"

const running = await runningDemo()
const { open } = await openBrowser(running.url)
const database = await databaseOf(running.dataDir)

describe("issue 2 lines 14 and 15: every page that", () => {
  test.for(["ja", "en", "ja-easy"])("anybody comes by, in %s, is well made", async (lang) => {
    const walk = { url: running.url, open, from: ["/", "/sign-in", "/demo"], lang, within: /^/ }
    const { pages, problems } = await walkPages(walk)
    expect(problems).toEqual([])
    expect(pages.length).toBeGreaterThan(15)
  })
})

describe("issue 2 line 14: a page is well made", () => {
  let page: Page
  beforeAll(async () => {
    page = await open({ size: phone })
  })
  afterAll(() => page.context().close())

  test("when it is empty", async () => {
    for (const path of ["/listings?q=zzzz", "/organisations?q=zzzz", "/listings?q=zzzz&lang=ja-easy"])
      expect([path, ...(await problemsOf(page, path))]).toEqual([path])
  })

  test("when its menu is open, on a phone and at a desk", async () => {
    await page.goto("/")
    await page.click("details.menu > summary")
    expect(await problemsHere(page)).toEqual([])
    await pictures(page, "menu-open")
    const office = await open({ size: desk })
    await signIn(office, "ward-officer-abeno")
    await office.goto("/staff")
    await office.click("details.person-menu > summary")
    expect(await problemsHere(office)).toEqual([])
    await office.keyboard.press("Escape")
    await office.locator("main").click()
    await office.keyboard.press("?")
    expect(await office.locator("dialog[open]").count()).toBe(1)
    expect(await problemsHere(office)).toEqual([])
    await pictures(office, "office-keys")
    await office.context().close()
  })

  test("in the dark", async () => {
    const dark = await open({ size: phone, dark: true })
    for (const path of ["/", "/listings", "/organisations", "/areas/abeno", "/figures", "/sign-in"]) {
      expect([path, ...(await problemsOf(dark, path))]).toEqual([path])
      await pictures(dark, `dark${nameOf(path)}`)
    }
    await dark.context().close()
  })

  test("for someone who walks by Tab alone: every stop can be seen", async () => {
    for (const size of [phone, desk]) {
      await page.setViewportSize(size)
      for (const path of ["/", "/listings", "/organisations", "/areas", "/sign-in"]) {
        await page.goto(path)
        expect([path, size.width, ...(await walkAll(page))]).toEqual([path, size.width])
      }
    }
  })
})

describe("issue 2 line 14: with 500 rows a page is well made", () => {
  beforeAll(() => manyListings(database, 500))

  test.for([
    [undefined, "/listings"],
    [undefined, "/listings?page=2&lang=en"],
    [undefined, "/areas/abeno"],
    [undefined, "/"],
    ["city-officer", "/staff/listings"],
  ])("as %s: %s", async ([person, path = ""]) => {
    const page = await open({ size: phone })
    if (person) await signIn(page, person)
    expect(await problemsOf(page, path)).toEqual([])
    await pictures(page, `many${nameOf(path)}`)
    await page.context().close()
  })
})
