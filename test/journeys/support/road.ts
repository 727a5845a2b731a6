import type { Page } from "./browser.ts"
import type { Hands } from "./hands.ts"
import { pictures } from "./pictures.ts"

// The steps of the road, as people take them on the pages. Each ends on the page that tells that it is done.

export type Group = {
  readonly name: string
  readonly kana: string
  readonly phone: string
  /** The area's code; a city without wards asks for none. */
  readonly area?: string
}

export type Gathering = { readonly title: string; readonly first: string; readonly until: string }

export type Walker = { readonly page: Page; readonly hands: Hands }

const button = (page: Page, name: string, value: string) =>
  page.locator(`main button[name="${name}"][value="${value}"]`)

/** Under today a group stands twice: in what waits, and in what changed. */
const waiting = (page: Page, group: Group) =>
  page.locator("#waiting").getByRole("link", { name: group.name, exact: true })

const decided = (page: Page) => page.getByText("団体に知らせました").waitFor()

/** Fills in the form and sends it; the group's page under /my tells how it stands. */
export const register = async ({ page, hands }: Walker, group: Group): Promise<string> => {
  await page.goto("/my")
  await hands.press(page.locator('main a[href="/my/organisations/new"]').first())
  await page.waitForURL(/\/my\/organisations\/new$/)
  await hands.write("name", group.name)
  await hands.write("kana", group.kana)
  await hands.choose("kind", "civic-group")
  if (group.area) await hands.select("mainArea", group.area)
  await hands.choose("fields", "6")
  await hands.write("purpose", "週に一度あつまり、歌ったり話したりしています。はじめての人も歓迎します。")
  await hands.write("contactName", "世話役")
  await hands.write("contactPhone", group.phone)
  await hands.write("contactMail", "sewayaku@example.jp")
  await pictures(page, "register-filled")
  await hands.press(button(page, "intent", "submit"))
  await page.waitForURL(/\/my\/organisations\/[0-9a-z]{10}$/)
  return new URL(page.url()).pathname.split("/").at(-1) ?? ""
}

/** The officer finds it under "today" and sends it back with a reason, also at one field. */
export const returnOnce = async ({ page, hands }: Walker, group: Group, reason: string): Promise<void> => {
  await page.goto("/staff")
  await pictures(page, "today")
  await hands.press(waiting(page, group))
  await page.waitForURL(/\/staff\/registrations\//)
  await pictures(page, "registration-to-check")
  await hands.write("reason", reason)
  await hands.press(page.locator("main details summary").first())
  await hands.write("at-purpose", "集まる場所を書き足してください")
  await hands.press(button(page, "decision", "return"))
  await decided(page)
}

/** The applicant reads why, mends it and sends it again. */
export const mend = async ({ page, hands }: Walker, id: string): Promise<void> => {
  await page.goto(`/my/organisations/${id}`)
  await pictures(page, "returned")
  await hands.press(page.locator(`main a.button[href="/my/organisations/${id}/edit"]`))
  await page.waitForURL(/\/edit$/)
  await pictures(page, "returned-form")
  await hands.write("purpose", "週に一度、区民センターにあつまり、歌ったり話したりしています。")
  await hands.press(button(page, "intent", "submit"))
  await page.waitForURL(new RegExp(`/my/organisations/${id}$`))
}

export const approve = async ({ page, hands }: Walker, group: Group): Promise<void> => {
  await page.goto("/staff")
  await hands.press(waiting(page, group))
  await page.waitForURL(/\/staff\/registrations\//)
  for (const check of ["place", "purpose", "contact", "duplicate"]) await hands.choose("checked", check)
  await hands.press(button(page, "decision", "approve"))
  await decided(page)
  await pictures(page, "approved")
}

/** Every week on Wednesdays from its first day on. Answers the listing's public id. */
export const publish = async ({ page, hands }: Walker, id: string, event: Gathering): Promise<string> => {
  await page.goto("/my")
  await hands.press(page.locator('a[href="/my/listings"]').first())
  await page.waitForURL(/\/listings$/)
  // With one group the door leads to its list at once.
  if (new URL(page.url()).pathname === "/my/listings")
    await hands.press(page.locator(`main a[href="/my/organisations/${id}/listings"]`))
  await page.waitForURL(`**/my/organisations/${id}/listings`)
  await pictures(page, "own-listings")
  await hands.press(page.locator(`main a[href="/my/organisations/${id}/listings/new"]`).first())
  await page.waitForURL(/\/listings\/new$/)
  await hands.choose("kind", "event")
  await hands.write("title", event.title)
  await hands.write("what", "いっしょに歌います。楽譜が読めなくても大丈夫です。")
  await hands.choose("schedule.way", "rule")
  await hands.setDay("schedule.rule.first", event.first)
  await hands.setTime("schedule.rule.start", "14:00")
  await hands.setTime("schedule.rule.end", "15:30")
  await hands.choose("schedule.rule.weekdays", "3")
  await hands.setDay("schedule.rule.until", event.until)
  await hands.write("placeName", "区民センター 第二会議室")
  await hands.choose(
    "scope",
    (await page.locator('main [name="scope"][value="areas"]').count()) ? "areas" : "whole-city",
  )
  await hands.write("howToJoin", "申し込みはいりません。当日、会場に来てください。")
  await pictures(page, "publish-filled")
  await hands.press(button(page, "intent", "publish"))
  await page.waitForURL(/\/my\/listings\/[0-9a-z]{10}$/)
  await pictures(page, "published-own")
  return new URL(page.url()).pathname.split("/").at(-1) ?? ""
}
