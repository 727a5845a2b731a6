import { describe, expect, test } from "vitest"
import { desk, openBrowser, type Page, phone, takeFaults } from "./support/browser.ts"
import { problemsHere } from "./support/checks.ts"
import { catchMail, type Letter } from "./support/mail-catcher.ts"
import { visitor } from "./support/visitor.ts"
import { runningDemo } from "./support/world.ts"

const mail = await catchMail()
const running = await runningDemo({ SMTP_URL: mail.url })
const { open } = await openBrowser(running.url)

const linkIn = ({ text }: Letter): string => /http\S+\/sign-in\/link\/\S+/.exec(text)?.[0] ?? ""
const codeIn = ({ subject, text }: Letter): string => /\b(\d{6})\b/.exec(`${subject}\n${text}`)?.[1] ?? ""

const askForMail = async (page: Page, address: string): Promise<Letter> => {
  await page.goto("/sign-in")
  await page.fill('main [name="address"]', address)
  await page.locator("main form button").click()
  await page.waitForURL(/\/sign-in\/code\//)
  return mail.letterTo(address, "サインイン")
}

const press = async (page: Page, selector: string): Promise<void> => {
  await page.locator(selector).click()
  await page.waitForLoadState()
}

describe("issue 2 line 16: signing in", () => {
  test("by the link of a mail: a scanner that opens it signs nobody in, the button does, once", async () => {
    const page = await open({ size: phone })
    const link = linkIn(await askForMail(page, "link@example.jp"))
    expect(link).toMatch(new RegExp(`^${running.url}/`))
    const scanner = await visitor(running.url)
    for (let time = 0; time < 3; time++) {
      const opened = await scanner.get(new URL(link).pathname)
      expect(opened.status).toBe(200)
      expect(opened.headers.getSetCookie().filter((cookie) => /session/.test(cookie))).toEqual([])
    }
    await page.goto(link)
    expect(await problemsHere(page)).toEqual([])
    await press(page, "main form button")
    expect(new URL(page.url()).pathname).toMatch(/^\/my/)
    expect((await scanner.get(new URL(link).pathname)).status).toBe(410)
    await page.context().close()
  })

  test("by the code of a mail, typed in full width; a wrong one says so; five wrong ones end it", async () => {
    const page = await open({ size: desk })
    const code = codeIn(await askForMail(page, "code@example.jp"))
    const address = page.url()
    const wrong = code === "000000" ? "111111" : "000000"
    await page.fill('main [name="code"]', wrong)
    await press(page, "main form button")
    expect(await page.locator("main").innerText()).toContain("数字が違います")
    expect(await problemsHere(page)).toEqual([])
    await page.fill(
      'main [name="code"]',
      code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    )
    await press(page, "main form button")
    await page.waitForURL(/\/my/)
    expect((await page.goto(address))?.status()).toBe(410)
    const other = await open()
    const right = codeIn(await askForMail(other, "guess@example.jp"))
    for (let guess = 0; guess < 5; guess++) {
      await other.fill('main [name="code"]', right === "222222" ? "333333" : "222222")
      await press(other, "main form button")
      if ((await other.locator('main [name="code"]').count()) === 0) break
    }
    if (await other.locator('main [name="code"]').count()) {
      await other.fill('main [name="code"]', right)
      await press(other, "main form button")
    }
    expect(new URL(other.url()).pathname).not.toMatch(/^\/my/)
    await page.context().close()
    await other.context().close()
  })

  test("by a password that one sets; sessions are listed and ended; signing out ends this one", async () => {
    const page = await open()
    const code = codeIn(await askForMail(page, "password@example.jp"))
    await page.fill('main [name="code"]', code)
    await press(page, "main form button")
    await page.goto("/my/profile")
    await page.fill('main [name="name"]', "試しの人")
    await page.locator('main [name="lang"][value="ja"]').check()
    await page.locator('main [name="_agreed"]').check()
    await press(page, 'main form[action^="/my/profile"] button')
    await page.goto("/my/profile")
    await page.fill('main [name="password"]', "ひとつ ふたつ みっつ")
    await press(page, 'main form[action^="/my/password"] button')
    expect(await page.locator("main").innerText()).toContain("パスワードを設定しました")
    await mail.letterTo("password@example.jp", "パスワードを設定しました")

    const other = await open({ size: phone, script: false })
    await other.goto("/sign-in/password")
    await other.fill('main [name="address"]', "password@example.jp")
    await other.fill('main [name="password"]', "ひとつ ふたつ みっつ")
    await press(other, "main form button")
    await other.waitForURL(/\/my/)

    await page.goto("/my/sessions")
    expect(await page.locator("main tbody tr").count()).toBe(2)
    await press(page, 'main form[action*="/end"] button >> nth=0')
    expect(await page.locator("main tbody tr").count()).toBe(1)
    await other.goto("/my/profile")
    expect(new URL(other.url()).pathname).toBe("/sign-in")

    await press(page, 'form[action^="/sign-out"] button >> visible=true >> nth=0')
    await page.goto("/my/profile")
    expect(new URL(page.url()).pathname).toBe("/sign-in")
    expect(takeFaults(page)).toEqual([])
    await page.context().close()
    await other.context().close()
  })

  test("with wrong passwords is slowed down, and not by the address alone", async () => {
    const anybody = await visitor(running.url)
    const form = { address: "donor@demo.example.jp", password: "nothing like it" }
    const answers: number[] = []
    for (let attempt = 0; attempt < 15; attempt++)
      answers.push((await anybody.send("/sign-in/password", "/sign-in/password", form)).status)
    expect(answers[0]).toBe(422)
    expect(answers.at(-1)).toBe(429)
  })
})
