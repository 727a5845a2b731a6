import { expect, test } from "vitest"
import { testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask } = await testProgram()
const languages = ["ja", "en", "ja-easy"] as const

test.each(languages)("exchange-venue-info.R1: 「交流会情報」 in %s is a page of its own", async (lang) => {
  for (const query of ["", "&area=abeno", "&field=8", "&area=asahi&field=1"]) {
    const { status, body } = await ask(`/exchange-meetings?lang=${lang}${query}`)
    expect(status).toBe(200)
    expect(await htmlProblems(body)).toEqual([])
  }
})

test("exchange-venue-info.U1: found by ward, with the day on which it is next; another kind is not here", async () => {
  const { body } = await ask("/exchange-meetings?area=abeno")
  expect(body).toContain("つながる")
  expect(body).not.toContain("水やり")
  expect((await ask("/exchange-meetings?area=asahi&field=1")).body).toContain("あてはまる交流会がありません")
})

test.each(languages)(
  "issue 3 line 8: the page and the sheet of a rich listing validate in %s",
  async (lang) => {
    const list = await ask("/listings?feature=first-timers,with-children&minutes=30")
    const [, path = ""] = /class="card-link" href="(\/listings\/[a-z0-9]+)"/.exec(list.body) ?? []
    expect(path).not.toBe("")
    for (const page of [path, `${path}/print`]) {
      const { status, body } = await ask(`${page}?lang=${lang}`)
      expect(status).toBe(200)
      expect(await htmlProblems(body)).toEqual([])
      expect(body).toContain("飲み物、帽子")
    }
    // On paper no days are counted: the sheet hangs longer than that.
    expect((await ask(`${path}/print`)).body).not.toContain("days-left")
  },
)
