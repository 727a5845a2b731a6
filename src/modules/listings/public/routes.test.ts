import { describe, expect, test } from "vitest"
import { testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, program, clock } = await testProgram()

const idOf = async (title: string): Promise<string> => {
  const { publicId } = await program.database
    .selectFrom("listings")
    .select("publicId")
    .where("title", "like", `${title}%`)
    .executeTakeFirstOrThrow()
  return publicId
}

const languages = ["ja", "en", "ja-easy"] as const

describe("the list", () => {
  test.each(languages)("acceptance 14: in %s it validates, also when nothing fits", async (lang) => {
    for (const query of [
      "",
      "&q=zzzz&area=asahi",
      "&weekday=6&from=2026-06-12&open=1",
      "&from=2026-02-30",
      "&page=9",
    ]) {
      const { status, body } = await ask(`/listings?lang=${lang}${query}`)
      expect(status).toBe(200)
      expect(await htmlProblems(body)).toEqual([])
    }
  })

  test("a card says what, when with a word for near days, where, until when, who", async () => {
    const { body } = await ask("/listings?area=tennoji")
    expect(body).toContain('<span class="day-near">あした</span> 6月11日（木）')
    expect(body).toContain("天王寺歴史まち歩きの会")
    expect(body).toContain("申し込みは6月12日（金） 12:00まで")
  })

  test("what was asked stands in the form again and as chips that take it back", async () => {
    const { body } = await ask("/listings?area=abeno&weekday=6&online=1&lang=en")
    expect(body).toMatch(/<option value="abeno" selected/)
    expect(body).toMatch(/value="6" checked/)
    expect(body).toContain('href="/listings?weekday=6&amp;online=1&amp;lang=en"')
  })

  test("activity-publishing.Edge: zero hits offer the wards around that have some, and any day", async () => {
    const { body } = await ask("/listings?area=asahi&from=2026-06-10&to=2026-06-12")
    expect(body).toContain("あてはまるものが見つかりませんでした")
    expect(body).toMatch(/<a class="chip" href="\/listings\?area=tsurumi[^"]*">/)
    expect(body).toContain("日を決めずに探す（5件）")
  })

  test("what is not understood is said, and is no error", async () => {
    const { status, body } = await ask("/listings?area=atlantis&field=99&from=2026-02-30")
    expect(status).toBe(200)
    for (const words of ["地域が見つかりません", "分野は1から20まで", "はじめの日が読めません"])
      expect(body).toContain(words)
  })
})

describe("the page of a listing", () => {
  test.each(languages)(
    "acceptance 14: in %s it validates: repeating, at any time, over, online",
    async (lang) => {
      for (const title of ["公園の花", "料理", "落ち葉", "オンライン", "水辺の記憶"]) {
        const { status, body } = await ask(`/listings/${await idOf(title)}?lang=${lang}`)
        expect(status).toBe(200)
        expect(await htmlProblems(body)).toEqual([])
      }
    },
  )

  test("look.md: what one would do stands first, then when, where and how to join", async () => {
    const { body } = await ask(`/listings/${await idOf("公園の花")}`)
    const places = ['id="what"', 'id="when"', 'id="where"', 'id="join"', 'id="more"'].map((id) =>
      body.indexOf(id),
    )
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect(places.every((place) => place > 0)).toBe(true)
    expect(body).toContain("毎週水・土曜日")
    expect(body).toContain("2026年6月13日（土）")
  })

  test("acceptance 15: English where there is a translation, else the original marked as Japanese only", async () => {
    const translated = await ask(`/listings/${await idOf("水曜日の")}?lang=en`)
    expect(translated.body).toContain("Japanese class on Wednesdays")
    expect(translated.body).toContain("Every week on Wednesday")
    const original = await ask(`/listings/${await idOf("夕暮れ")}?lang=en`)
    expect(original.body).toContain('class="lang-mark"')
    expect(original.body).toContain('<p lang="ja">')
  })

  test("what is over says so and offers what the same group does next", async () => {
    const { body } = await ask(`/listings/${await idOf("落ち葉")}`)
    expect(body).toContain("これはもう終わりました")
    expect(body).toContain(`href="/listings/${await idOf("公園の花")}"`)
  })

  test("X13: once public and now hidden is gone, with the reason; never public is not found", async () => {
    const hidden = await ask(`/listings/${await idOf("公園フリー")}`)
    expect(hidden.status).toBe(410)
    expect(hidden.body).toContain("会場の使用許可が確認できないため")
    expect((await ask(`/listings/${await idOf("緑のカーテン")}`)).status).toBe(404)
    for (const id of ["0000000000", "nonsense", "%00"])
      expect((await ask(`/listings/${id}`)).status).toBeGreaterThanOrEqual(400)
  })

  test("machines read an event with its day, place and organiser", async () => {
    const { body } = await ask(`/listings/${await idOf("夕暮れ")}`)
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? []
    expect(JSON.parse(json)).toMatchObject({
      "@type": "Event",
      name: "夕暮れの坂を歩く",
      startDate: "2026-06-11T16:00+09:00",
      location: { "@type": "Place", name: "愛染坂（集合）" },
      organizer: { name: "天王寺歴史まち歩きの会" },
    })
  })

  test("a deadline that has passed says so", async () => {
    clock.set("2026-06-12T12:00:00+09:00")
    const { body } = await ask(`/listings/${await idOf("通りの花壇")}`)
    expect(body).toContain("申し込みの受付は終わりました")
    clock.set("2026-06-10T10:00:00+09:00")
  })
})

describe("on pages of others", () => {
  test("it stands on the front page, on the page of its area and of its group", async () => {
    const link = `href="/listings/${await idOf("公園の花")}"`
    expect((await ask("/areas/abeno")).body).toContain(link)
    const { body } = await ask("/listings?area=abeno")
    const group = /href="(\/organisations\/[0-9a-z]{10})"/.exec(body)?.[1] ?? ""
    expect((await ask(group)).body).toContain("この団体の予定と募集")
    expect((await ask("/")).body).toContain("もうすぐ")
  })
})
