import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { htmlProblems } from "#web/ui/html-check.ts"
import { openBrowser, type Page, phone, signIn, takeFaults } from "./support/browser.ts"
import { problemsHere } from "./support/checks.ts"
import { pictures } from "./support/pictures.ts"
import { databaseOf, runningDemo } from "./support/world.ts"

const running = await runningDemo()
const { open } = await openBrowser(running.url)
const database = await databaseOf(running.dataDir)

const one = async (query: string): Promise<string> => {
  const { rows } = await database.query<{ id: string }>(query)
  if (!rows[0]) throw new Error(`the demo has nothing for ${query}`)
  return rows[0].id
}

const group = await one(
  `select o.public_id as id from organisations o join memberships m on m.organisation_id = o.id
   join accounts a on a.id = m.account_id where a.email = 'group-editor@demo.example.jp'
   and o.state = 'registered' limit 1`,
)
const waiting = await one("select public_id as id from organisations where state = 'submitted' limit 1")
const listing = await one("select public_id as id from listings where state = 'published' limit 1")

type Refused = {
  readonly person?: string
  readonly path: string
  readonly press: string
  readonly typed?: Readonly<Record<string, string>>
}

const longTitle = "🌸長い題名".repeat(200)
const formula = "=cmd|' /C calc'!A0<script>alert(1)</script>"

const forms: readonly Refused[] = [
  { path: "/sign-in", press: "main form button" },
  { path: "/sign-in?lang=en", press: "main form button", typed: { address: "no address" } },
  { path: "/sign-in?lang=ja-easy", press: "main form button" },
  { path: "/sign-in/password", press: "main form button" },
  { person: "citizen", path: "/my/organisations/new", press: "button[value=submit]" },
  {
    person: "citizen",
    path: "/my/organisations/new?lang=en",
    press: "button[value=submit]",
    typed: {
      name: longTitle,
      kana: "漢字",
      website: "javascript:alert(1)",
      contactPhone: "１２３",
      purpose: formula,
    },
  },
  {
    person: "citizen",
    path: "/my/organisations/new",
    press: "button[value=submit]",
    typed: { name: "ＮＰＯ法人　あべの緑の会", kana: "あべのみどりのかい", purpose: "花を育てます。" },
  },
  { person: "group-editor", path: `/my/organisations/${group}/listings/new`, press: "button[value=publish]" },
  {
    person: "group-editor",
    path: `/my/organisations/${group}/listings/new?lang=en`,
    press: "button[value=publish]",
    typed: {
      title: longTitle,
      what: formula,
      link: "javascript:alert(1)",
      "schedule.dates.0.first": "2026-07-01",
      "schedule.dates.0.start": "15:00",
      "schedule.dates.0.end": "14:00",
    },
  },
  {
    person: "citizen",
    path: "/my/profile",
    press: 'form[action^="/my/profile"] button',
    typed: { name: "" },
  },
  { person: "ward-officer-abeno", path: `/staff/registrations/${waiting}`, press: "button[value=return]" },
  {
    person: "ward-officer-abeno",
    path: `/staff/registrations/${waiting}?lang=en`,
    press: "button[value=approve]",
  },
  {
    person: "city-officer",
    path: `/staff/listings/${listing}`,
    press: 'form[action*="/hiding"] button >> nth=0',
  },
  { person: "administrator", path: "/staff/posts/new", press: "main form.form button" },
]

describe("issue 2 line 14: a form that comes back is well made, and nothing typed is lost", () => {
  test.for(forms.map((form, at) => [at, form.person ?? "anybody", form.path, form] as const))(
    "%s: as %s: %s",
    async ([at, , path, { person, press, typed = {} }]) => {
      const page = await open({ size: phone })
      if (person) await signIn(page, person)
      await page.goto(path)
      for (const [name, text] of Object.entries(typed)) await writeInto(page, name, text)
      const [response] = await Promise.all([
        page.waitForEvent("response", (each) => each.request().isNavigationRequest()),
        page.locator(press).first().click(),
      ])
      expect(response.status()).toBe(422)
      await page.waitForLoadState()
      const problems = [...(await htmlProblems(await response.text())), ...(await problemsHere(page))]
      expect(problems).toEqual([])
      await expectTold(page)
      for (const [name, text] of Object.entries(typed))
        expect(await page.inputValue(`main [name="${name}"]`)).toBe(text)
      await pictures(page, `refused-${at}-${person ?? "anybody"}`)
      await page.context().close()
    },
  )
})

/** What can be left out stands in a fold, which people open first. */
const writeInto = async (page: Page, name: string, text: string): Promise<void> => {
  const field = page.locator(`main [name="${name}"]`)
  const fold = page.locator("main details:not([open])", { has: page.locator(`[name="${name}"]`) })
  if (await fold.count()) await fold.locator("summary").first().click()
  await field.fill(text)
}

/** The summary has the focus and leads to each field; each field says what is wrong with it. */
const expectTold = async (page: Page): Promise<void> => {
  const summary = page.locator(".error-summary")
  await summary.waitFor()
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
  const targets = await summary
    .locator("a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))
  for (const target of targets) expect([target, await page.locator(target).count()]).toEqual([target, 1])
  const told = await page.locator(".field-error").count()
  expect(told).toBeGreaterThanOrEqual(targets.length)
}

describe("issue 2 line 14: a page that refuses is well made", () => {
  let page: Page
  beforeAll(async () => {
    page = await open({ size: phone })
    await database.query(
      "update listings set state = 'hidden', public_reason = '確認中です。' where public_id = $1",
      [listing],
    )
    await database.query("update page_stamps set version = version + 1")
  })
  afterAll(() => page.context().close())

  test.for([
    [undefined, "/nothing", 404],
    [undefined, "/nothing?lang=en", 404],
    [undefined, "/nothing?lang=ja-easy", 404],
    [undefined, `/organisations/${waiting}`, 404],
    [undefined, `/listings/${listing}`, 410],
    [undefined, `/listings/${listing}?lang=ja-easy`, 410],
    [undefined, "/sign-in/link/nothing", 410],
    ["citizen", "/staff", 403],
    ["ward-officer-hirano", `/staff/registrations/${waiting}`, 404],
  ] as const)("as %s: %s answers %s", async ([person, path, status]) => {
    if (person) await signIn(page, person)
    takeFaults(page)
    const response = await page.goto(path)
    expect(response?.status()).toBe(status)
    const problems = [...(await htmlProblems((await response?.text()) ?? "")), ...(await problemsHere(page))]
    expect(problems).toEqual([])
    await pictures(page, `refuses-${status}${path.replaceAll(/[^a-z]+/gi, "-")}`)
  })
})
