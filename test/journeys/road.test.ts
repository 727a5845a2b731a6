import { describe, expect, test } from "vitest"
import { desk, openBrowser, type Page, phone, signIn, takeFaults } from "./support/browser.ts"
import { keyboard, pointer } from "./support/hands.ts"
import { catchMail } from "./support/mail-catcher.ts"
import { pictures } from "./support/pictures.ts"
import { approve, type Gathering, type Group, mend, publish, register, returnOnce } from "./support/road.ts"
import { runningDemo } from "./support/world.ts"

const mail = await catchMail()
const running = await runningDemo({ SMTP_URL: mail.url })
const { open } = await openBrowser(running.url)

const abeno = "271195"
const editor = "citizen@demo.example.jp"
const officer = "ward-officer-abeno@demo.example.jp"
const reason = "どこに集まるかを、活動の内容に書き足してください。"

type Walk = {
  readonly how: string
  readonly size: typeof phone | typeof desk
  readonly script: boolean
  readonly hand: typeof pointer
  readonly group: Group
  readonly event: Gathering
}

const walks: readonly Walk[] = [
  {
    how: "on a phone",
    size: phone,
    script: true,
    hand: pointer,
    group: { name: "夕焼けうたごえ喫茶", kana: "ユウヤケウタゴエキッサ", phone: "06-6111-0001", area: abeno },
    event: { title: "夕焼けをうたう会", first: "2026-06-10", until: "2026-09-30" },
  },
  {
    how: "at a desk, without script",
    size: desk,
    script: false,
    hand: pointer,
    group: { name: "紙芝居ほたる座", kana: "カミシバイホタルザ", phone: "06-6222-0002", area: abeno },
    event: { title: "公園の紙芝居", first: "2026-06-10", until: "2026-10-28" },
  },
  {
    how: "at a desk, by keyboard alone",
    size: desk,
    script: true,
    hand: keyboard,
    group: {
      name: "阿倍野アコーディオン倶楽部",
      kana: "アベノアコーディオンクラブ",
      phone: "06-6333-0003",
      area: abeno,
    },
    event: { title: "はじめての蛇腹", first: "2026-06-10", until: "2026-08-26" },
  },
  {
    how: "on a phone without script, by keyboard alone",
    size: phone,
    script: false,
    hand: keyboard,
    group: { name: "むかし道しるべの友", kana: "ムカシミチシルベノトモ", phone: "06-6444-0004", area: abeno },
    event: { title: "道しるべをたずねる", first: "2026-06-10", until: "2026-09-16" },
  },
]

describe.each(walks)("issue 2 line 13: the road, $how", ({ size, script, hand, group, event }) => {
  const enter = async (person?: string): Promise<{ page: Page; hands: ReturnType<typeof pointer> }> => {
    const page = await open({ size, script })
    if (person) await signIn(page, person)
    return { page, hands: hand(page) }
  }

  const leave = async (page: Page): Promise<void> => {
    expect(takeFaults(page)).toEqual([])
    await page.context().close()
  }

  let id = ""
  let listing = ""
  let counted = 0

  const figure = async (page: Page): Promise<number> => {
    await page.goto("/figures/information-items")
    const heading = await page.locator("h1").innerText()
    return Number(/([\d,]+)/.exec(heading)?.[1]?.replaceAll(",", ""))
  }

  test("a person registers a group, and is told its receipt number", async () => {
    const walker = await enter("citizen")
    counted = await figure(walker.page)
    id = await register(walker, group)
    await expect.poll(() => walker.page.locator("main").innerText()).toContain("受付番号")
    expect(await walker.page.locator("main").innerText()).toContain("確認待ち")
    const letter = await mail.letterTo(editor, `受け付けました：${group.name}`)
    expect(letter.text).toContain(`${running.url}/my/organisations/${id}`)
    expect((await mail.letterTo(officer, `確認をお願いします：${group.name}`)).text).toContain("/staff/")
    await leave(walker.page)
  })

  test("nobody else sees it yet", async () => {
    const { page } = await enter()
    expect((await page.goto(`/organisations/${id}`))?.status()).toBe(404)
    await page.goto(`/organisations?q=${encodeURIComponent(group.name)}`)
    expect(await page.getByRole("link", { name: group.name }).count()).toBe(0)
    await leave(page)
  })

  test("the ward officer finds it under today and returns it once with a reason", async () => {
    const walker = await enter("ward-officer-abeno")
    await returnOnce(walker, group, reason)
    expect(await walker.page.locator("main").innerText()).toContain("直しのお願い中")
    await walker.page.goto("/staff")
    expect(await walker.page.locator("#waiting").innerText()).not.toContain(group.name)
    expect((await mail.letterTo(editor, `直していただきたいところがあります：${group.name}`)).text).toContain(
      reason,
    )
    await leave(walker.page)
  })

  test("the applicant reads why, mends it and sends it again", async () => {
    const walker = await enter("citizen")
    await walker.page.goto(`/my/organisations/${id}`)
    expect(await walker.page.locator("main").innerText()).toContain(reason)
    await mend(walker, id)
    expect(await walker.page.locator("main").innerText()).toContain("確認待ち")
    await leave(walker.page)
  })

  test("the officer approves it, and it is public and counted", async () => {
    const walker = await enter("ward-officer-abeno")
    await approve(walker, group)
    expect(await walker.page.locator("main").innerText()).toContain("登録済み")
    await mail.letterTo(editor, `登録されました：${group.name}`)
    await walker.page.goto(`/organisations/${id}`)
    expect(await walker.page.locator("h1").innerText()).toContain(group.name)
    // civic-portal.R3: the first publication of a profile counts in this city.
    expect(await figure(walker.page)).toBe(counted + 1)
    await leave(walker.page)
  })

  test("the group's editor publishes an event that repeats", async () => {
    const walker = await enter("citizen")
    listing = await publish(walker, id, event)
    expect(await walker.page.locator("main").innerText()).toContain("公開")
    await leave(walker.page)
  })

  test.each(["ja", "en", "ja-easy"])("anybody finds it without script, in %s", async (lang) => {
    const page = await open({ size, script: false })
    const at = (path: string): string => `${path}${path.includes("?") ? "&" : "?"}lang=${lang}`
    const places = [
      `/listings?q=${encodeURIComponent(event.title)}`,
      "/listings?area=abeno",
      `/organisations/${id}`,
      "/areas/abeno",
    ]
    for (const place of places) {
      await page.goto(at(place))
      const found = page.locator(`main a[href^="/listings/${listing}"]`)
      expect([place, await found.count()]).not.toEqual([place, 0])
      await pictures(page, `road${place.replaceAll(/[^a-z]+/g, "-").slice(0, 24)}-${lang}`)
    }
    await page.goto(at(`/listings/${listing}`))
    const text = await page.locator("main").innerText()
    expect(text).toContain(event.title)
    expect(text).toContain("申し込みはいりません")
    const only = { ja: "", en: "Japanese only", "ja-easy": "" }[lang] ?? ""
    expect(text).toContain(only)
    await pictures(page, `road-listing-${lang}`)
    await leave(page)
  })

  test("the figure went up by the two that were published, and opens into them", async () => {
    const { page } = await enter()
    expect(await figure(page)).toBe(counted + 2)
    expect(await page.locator(`main a[href^="/listings/${listing}"]`).count()).toBe(1)
    expect(await page.locator(`main a[href^="/organisations/${id}"]`).count()).toBe(1)
    await pictures(page, "figure-opened")
    await page.goto("/figures?year=2026&as-of=2026-06-09")
    const before = await page.locator(".figure-tile").first().innerText()
    expect(Number(/([\d,]+)件/.exec(before)?.[1])).toBeLessThanOrEqual(counted)
    await leave(page)
  })

  test("the audit tells the administrator who did what under which hat", async () => {
    const { page } = await enter("administrator")
    await page.goto("/staff/audit")
    const rows = await page.locator("table tbody tr").allInnerTexts()
    const row = (...words: readonly string[]) =>
      rows.find((each) => words.every((word) => each.includes(word)))
    expect(row("井上 亮", "阿倍野区役所", "承認者", "登録")).toBeDefined()
    expect(row("北川 みどり", "団体の代表者", "掲載")).toBeDefined()
    expect(rows.join("\n")).not.toMatch(/\b[a-z]+\.[a-z-]+\b/)
    await pictures(page, "audit")
    await leave(page)
  })
})
