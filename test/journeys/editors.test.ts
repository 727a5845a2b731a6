import { describe, expect, test } from "vitest"
import { desk, openBrowser, phone, signIn } from "./support/browser.ts"
import { problemsHere } from "./support/checks.ts"
import { pictures } from "./support/pictures.ts"
import { databaseOf, runningDemo } from "./support/world.ts"

const running = await runningDemo()
const { open } = await openBrowser(running.url)
const database = await databaseOf(running.dataDir)

const own = async (table: string, column: string): Promise<string> => {
  const { rows } = await database.query<{ id: string }>(
    `select t.public_id as id from ${table} t join memberships m on m.organisation_id = t.${column}
     join accounts a on a.id = m.account_id
     where a.email = 'group-editor@demo.example.jp' and t.state in ('registered', 'published') limit 1`,
  )
  if (!rows[0]) throw new Error(`group-editor has nothing in ${table}`)
  return rows[0].id
}

describe("issue 2 line 9: the second of two editors", () => {
  test.each([
    ["organisations", "id", "purpose", undefined],
    ["listings", "organisation_id", "what", "publish"],
  ])("of %s is told and sees both texts, and may then save", async (table, column, field, intent) => {
    const path = `/my/${table}/${await own(table, column)}/edit`
    const [first, second] = [await open({ size: desk }), await open({ size: phone })]
    for (const page of [first, second]) {
      await signIn(page, "group-editor")
      await page.goto(path)
    }
    const save = intent
      ? `main button[value="${intent}"]`
      : "main form.form button:not([type=button], [name]) >> visible=true >> nth=0"
    await first.fill(`main [name="${field}"]`, "はじめの人が書いたこと")
    await first.locator(save).click()
    await first.waitForURL((url) => !url.pathname.endsWith("/edit"))

    await second.fill(`main [name="${field}"]`, "あとの人が書いたこと")
    await second.locator(save).click()
    await second.waitForLoadState()
    const text = await second.locator("main").innerText()
    expect(text).toContain("ほかの人が先に保存しました")
    expect(text).toContain("はじめの人が書いたこと")
    expect(text).toContain("あとの人が書いたこと")
    expect(await second.inputValue(`main [name="${field}"]`)).toBe("あとの人が書いたこと")
    expect(await problemsHere(second)).toEqual([])
    await pictures(second, `conflict-${table}`)

    await second.locator(save).click()
    await second.waitForLoadState()
    expect(await second.locator("main").innerText()).not.toContain("ほかの人が先に保存しました")
    const { rows } = await database.query<{ text: string }>(
      `select ${field} as text from ${table} where public_id = $1`,
      [path.split("/")[3]],
    )
    expect(rows[0]?.text).toBe("あとの人が書いたこと")
    for (const page of [first, second]) await page.context().close()
  })

  test("a form sent twice by an impatient person registers one group", async () => {
    const page = await open({ script: false })
    await signIn(page, "citizen")
    await page.goto("/my/organisations/new")
    const body = new URLSearchParams(
      await page
        .locator("main form.form")
        .evaluate((form: HTMLFormElement) =>
          [...new FormData(form)].map(
            ([name, value]) => [name, typeof value === "string" ? value : ""] as const,
          ),
        ),
    )
    const typed = {
      name: "せっかちな人の会",
      kana: "セッカチナヒトノカイ",
      mainArea: "271195",
      purpose: "いそぎます。",
      fields: "3",
      intent: "submit",
    }
    for (const [name, value] of Object.entries(typed)) body.set(name, value)
    const send = () =>
      page.request.post("/my/organisations", {
        data: body.toString(),
        headers: { "content-type": "application/x-www-form-urlencoded" },
        maxRedirects: 0,
      })
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303])
    expect(new Set(answers.map((answer) => answer.headers()["location"])).size).toBe(1)
    const { rows } = await database.query("select from organisations where name = $1", [typed.name])
    expect(rows).toHaveLength(1)
    await page.context().close()
  })
})
