import { describe, expect, test } from "vitest"
import { desk, openBrowser, type Page, phone, signIn, takeFaults } from "./support/browser.ts"
import { problemsHere } from "./support/checks.ts"
import { catchMail } from "./support/mail-catcher.ts"
import { picture } from "./support/pictures.ts"
import { runningDemo } from "./support/world.ts"

const mail = await catchMail()
const running = await runningDemo({ SMTP_URL: mail.url })
const { open } = await openBrowser(running.url)

const guest = "yokota@example.jp"
const question = "小さい子を連れて行ってもよいですか。"
const answer = "どうぞ、いっしょに来てください。じょうろも小さいものがあります。"
const title = "公園の花の水やり、30分から"

const enter = async (person: string | null, size: typeof phone | typeof desk = desk): Promise<Page> => {
  const page = await open({ size })
  if (person) await signIn(page, person)
  return page
}

const leave = async (page: Page): Promise<void> => {
  expect(takeFaults(page)).toEqual([])
  await page.context().close()
}

const mainText = (page: Page): Promise<string> => page.locator("main").innerText()

describe("issue 3 line 19: the reader", () => {
  let listing = ""

  test("finds a first small thing by words, area and a trait, on a phone", async () => {
    const page = await enter(null, phone)
    await page.goto("/")
    await picture(page, "guide-reader-front")
    await page.fill("#search-words", "水やり")
    await page.selectOption("#search-area", { label: "阿倍野区" })
    await page.getByRole("button", { name: "見つける" }).click()
    await page.waitForURL(/\/listings\?/)
    await page.getByRole("link", { name: title }).first().click()
    await page.waitForURL(/\/listings\/[0-9a-z]{10}/)
    listing = new URL(page.url()).pathname
    const text = await mainText(page)
    for (const words of ["すること", "日時", "場所", "参加のしかた"]) expect(text).toContain(words)
    expect(text.indexOf("すること")).toBeLessThan(text.indexOf("日時"))
    await picture(page, "guide-reader-listing")
    await page.goto(`${listing}/print`)
    expect(await page.locator("h1").innerText()).toContain("公園の花の水やり")
    await leave(page)
  })

  test("asks the group, and neither learns the other's address", async () => {
    const page = await enter(null, phone)
    await page.goto(`${listing}/inquiry`)
    expect(await mainText(page)).toMatch(/この情報の使いみち|使います/)
    await page.fill('main [name="body"]', question)
    await page.fill('main [name="name"]', "横田")
    await page.fill('main [name="address"]', guest)
    // Whoever sends at once is taken for a program and told to press once more.
    await page.waitForTimeout(2500)
    await page.getByRole("button", { name: "送る" }).click()
    await page.waitForURL(/\/inquiries\/[0-9a-z]+/)
    const letter = await mail.letterTo("group-editor@demo.example.jp", question)
    expect(letter.text).not.toContain(guest)
    expect(letter.headers.get("reply-to") ?? "").not.toContain(guest)
    await mail.letterTo(guest, "問い合わせ")
    await leave(page)
  })
})

describe("issue 3 line 19: the editor", () => {
  test("answers from the inbox; the reader gets it by mail, and the group's address stays unknown", async () => {
    const page = await enter("group-editor")
    await page.goto("/my/inquiries")
    await page
      .getByRole("link", { name: /横田|水やり/ })
      .first()
      .click()
    await page.waitForURL(/\/my\/inquiries\/[0-9a-z]+/)
    expect(await mainText(page)).toContain(question)
    expect(await mainText(page)).not.toContain(guest)
    await page.fill('main [name="body"]', answer)
    await picture(page, "guide-editor-inquiry")
    await page.locator('main form:has([name="body"]) button[type="submit"]').first().click()
    const letter = await mail.letterTo(guest, answer)
    expect(`${letter.text} ${letter.headers.get("reply-to")}`).not.toContain("group-editor@")
    await leave(page)
  })

  test("sees how the group stands, and confirms its profile by one press", async () => {
    const page = await enter("group-editor")
    await page.goto("/my")
    await page.getByRole("link", { name: "特定非営利活動法人あべの緑の会" }).first().click()
    await page.waitForURL(/\/my\/organisations\/[0-9a-z]{10}$/)
    expect(await mainText(page)).toContain("登録済み")
    await picture(page, "guide-editor-group")
    const confirm = page.getByRole("button", { name: "このままでよい" })
    if ((await confirm.count()) > 0) {
      await confirm.click()
      await expect.poll(() => page.getByRole("button", { name: "このままでよい" }).count()).toBe(0)
    }
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? ""
    await page.goto(`/organisations/${id}`)
    expect(await mainText(page)).toContain("最終確認日")
    await leave(page)
  })

  test("invites a colleague by mail", async () => {
    const page = await enter("group-editor")
    await page.goto("/my")
    await page.getByRole("link", { name: "特定非営利活動法人あべの緑の会" }).first().click()
    await page.getByRole("link", { name: "メンバー" }).click()
    await page.waitForURL(/\/members$/)
    await page.fill('main [name="address"]', "nakama@example.jp")
    await page.locator('main form:has([name="address"]) button[type="submit"]').first().click()
    const letter = await mail.letterTo("nakama@example.jp", "あべの緑の会")
    expect(letter.text).toContain("/invitations/")
    await leave(page)
  })
})

describe("issue 3 line 19: the ward officer", () => {
  test("sees today what waits, with its business days, and finds a group while the telephone rings", async () => {
    const page = await enter("ward-officer-abeno")
    await page.goto("/staff")
    expect(await mainText(page)).toContain("あべの読み聞かせの会")
    expect(await mainText(page)).toContain("営業日")
    await picture(page, "guide-ward-today")
    await page.fill("#office-search", "０６－６６００－０１０１")
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/staff\/find/)
    await page.getByRole("link", { name: "特定非営利活動法人あべの緑の会" }).first().click()
    await page.waitForURL(/\/staff\/registrations\//)
    await leave(page)
  })

  test("takes a group in by telephone, prints its slip with the code, and the group takes itself over", async () => {
    const page = await enter("ward-officer-abeno")
    await page.goto("/staff/organisations/new")
    await page.locator('main [name="channel"][value="phone"]').check()
    await page.fill('main [name="fromWhom"]', "世話役の谷本さん")
    await page.fill('main [name="receivedOn"]', "2026-06-10")
    await page.fill('main [name="name"]', "阿倍野おり紙の輪")
    await page.fill('main [name="kana"]', "アベノオリガミノワ")
    await page.locator('main [name="kind"][value="civic-group"]').check()
    await page.locator('main [name="mainArea"]').selectOption("271195")
    await page.locator('main [name="fields"][value="6"]').check({ force: true })
    await page.fill('main [name="purpose"]', "月に二度、集会所でおり紙を折っています。")
    await page.fill('main [name="contactName"]', "谷本")
    await page.fill('main [name="contactPhone"]', "06-6000-4545")
    expect(await problemsHere(page)).toEqual([])
    await page.locator('main button[name="intent"][value="receive"]').click()
    await page.waitForURL(/\/staff\/registrations\/[0-9a-z]{10}/)
    await page.getByRole("button", { name: "引き継ぎコードを出す" }).click()
    await page.waitForURL(/\/slip$/)
    const slip = await page.locator("body").innerText()
    expect(slip).toContain("阿倍野おり紙の輪")
    await picture(page, "guide-ward-slip")
    const code = await page.locator(".slip-code .slip-number").innerText()
    await leave(page)
    const claimer = await enter("citizen", phone)
    await claimer.goto("/my/claim")
    await claimer.fill('main [name="code"]', code)
    await claimer.locator('main form:has([name="code"]) button[type="submit"]').first().click()
    await claimer.waitForURL(/\/my\/organisations\//)
    expect(await mainText(claimer)).toContain("阿倍野おり紙の輪")
    await leave(claimer)
  })

  test("narrows the list, sees whom a letter would reach, and takes the list away", async () => {
    const page = await enter("ward-officer-abeno")
    await page.goto("/staff/registrations?state=registered")
    await picture(page, "guide-ward-list")
    await page.locator('main [name="chosen"]').first().check()
    await page.getByRole("button", { name: "対象を確かめる" }).click()
    await page.waitForURL(/\/selection$/)
    expect(await mainText(page)).toContain("対象：1件")
    expect(await problemsHere(page)).toEqual([])
    await page.goto("/staff/registrations?state=registered")
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Excelファイル（XLSX）" }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^registrations-.*\.xlsx$/)
    await leave(page)
  })
})

describe("issue 3 line 19: the city officer", () => {
  test("raises an emergency after a second look; every page says it at once, and it ends", async () => {
    const page = await enter("city-officer")
    await page.goto("/staff/site/emergency")
    await page.fill('main [name="title-ja"]', "大雨のため、きょうの行事は中止です")
    await page
      .selectOption('main [name="hours"]', "3")
      .catch(() => page.check('main [name="hours"][value="3"]'))
    await page.fill('main [name="why"]', "大雨警報が出たため")
    await page.check('main [name="serious"]')
    await page.locator('main form:has([name="why"]) button[type="submit"]').first().click()
    const reader = await enter(null, phone)
    await reader.goto("/listings")
    expect(await reader.locator("body").innerText()).not.toContain("大雨のため")
    await page.locator('main form:has([name="confirmed"]) button[type="submit"]').first().click()
    await page.waitForURL(/\/staff\/site\/emergency$/)
    await reader.goto("/listings")
    expect(await reader.locator("body").innerText()).toContain("大雨のため、きょうの行事は中止です")
    expect(await problemsHere(reader)).toEqual([])
    await page.locator('main form[action*="/end"] button[type="submit"]').first().click()
    await page.waitForURL(/\/staff\/site\/emergency$/)
    await reader.goto("/listings?kind=event")
    expect(await reader.locator("body").innerText()).not.toContain("大雨のため")
    await leave(reader)
    await leave(page)
  })

  test("sees the pages of the site and every ward's groups", async () => {
    const page = await enter("city-officer")
    await page.goto("/staff/site")
    expect(await mainText(page)).toContain("利用規約")
    await picture(page, "guide-city-site")
    await page.goto("/staff/registrations?state=all")
    for (const ward of ["阿倍野区", "平野区"]) expect(await mainText(page)).toContain(ward)
    await leave(page)
  })
})
