import { beforeAll, describe, expect, test } from "vitest"
import { testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, program } = await testProgram()

const idOf = async (name: string): Promise<string> => {
  const { rows } = await program.ownerPool.query<{ publicId: string }>(
    `select public_id as "publicId" from organisations where name like $1`,
    [name],
  )
  return rows[0]?.publicId ?? ""
}

const languages = ["ja", "en", "ja-easy"] as const

describe("the directory", () => {
  test.each(languages)("X13: in %s it validates, also when nothing fits", async (lang) => {
    for (const query of [
      "",
      "&q=%F0%9F%8C%8F",
      "&q=zzzz",
      "&area=abeno&field=7&kind=civic-group",
      "&page=9",
    ]) {
      const { status, body } = await ask(`/organisations?lang=${lang}${query}`)
      expect(status).toBe(200)
      expect(await htmlProblems(body)).toEqual([])
    }
  })

  test("civic-portal.R1: words, area, field and kind narrow it down, and stand in the form again", async () => {
    const all = await ask("/organisations")
    expect(all.body).toContain("10団体")
    const { body } = await ask(
      "/organisations?q=%E3%81%BF%E3%81%A9%E3%82%8A&area=abeno&field=7&kind=civic-group",
    )
    expect(body).toContain("1団体")
    expect(body).toContain("特定非営利活動法人あべの緑の会".slice(0, 9))
    expect(body).toContain('value="みどり"')
    expect(body).toMatch(/<option value="abeno" selected[^>]*>/)
    expect(body).toMatch(/<option value="7" selected[^>]*>/)
  })

  test("civic-portal.R1: what makes no sense in the address is no filter", async () => {
    const { body } = await ask("/organisations?area=atlantis&field=99&kind=%3Cb%3E&page=-1")
    expect(body).toContain("10団体")
  })

  test("X13: what waits for the office is not in it", async () => {
    expect((await ask("/organisations?q=%E8%AA%AD%E3%81%BF%E8%81%9E%E3%81%8B%E3%81%9B")).body).toContain(
      "あてはまる団体が見つかりませんでした",
    )
  })
})

describe("the page of a group", () => {
  let id = ""
  beforeAll(async () => {
    id = await idOf("%あべの緑の会")
  })

  test.each(languages)("civic-portal.U1: in %s it validates", async (lang) => {
    const { status, body } = await ask(`/organisations/${id}?lang=${lang}`)
    expect(status).toBe(200)
    expect(await htmlProblems(body)).toEqual([])
  })

  test("acceptance 15: English where there is a translation, else the original marked as Japanese only", async () => {
    const translated = await ask(`/organisations/${id}?lang=en`)
    expect(translated.body).toContain("Abeno Green Circle")
    expect(translated.body).toContain("Watering takes half an hour")
    const [own = ""] = translated.body.split('id="recognitions"')
    expect(own).not.toContain('class="lang-mark"')
    const original = await ask(`/organisations/${await idOf("住吉防災%")}?lang=en`)
    expect(original.body).toContain('<span lang="ja">住吉防災ネットワーク</span>')
    expect(original.body).toContain('class="lang-mark"')
  })

  test("acceptance 15: easy Japanese gives the stored reading: above a short name, after one too long for it", async () => {
    const short = await ask(`/organisations/${await idOf("住吉防災%")}?lang=ja-easy`)
    expect(short.body).toContain("<rt>すみよしぼうさいねっとわーく</rt>")
    const long = await ask(`/organisations/${id}?lang=ja-easy`)
    expect(long.body).toContain("<span>（あべのみどりのかい）</span>")
  })

  test("civic-portal.U1: a contact that is not public is not on it", async () => {
    expect((await ask(`/organisations/${id}`)).body).toContain('href="tel:06-6600-0101"')
    const closed = await ask(`/organisations/${await idOf("住吉防災%")}`)
    expect(closed.body).not.toContain("06-6600-0404")
    expect(closed.body).toContain("連絡先は公開していません。")
  })

  test("X13: an application is 404 to everybody, its applicant included", async () => {
    const waiting = await idOf("あべの読み聞かせの会")
    for (const as of ["", "donor", "city-officer"])
      expect((await ask(`/organisations/${waiting}`, as ? { as } : {})).status).toBe(404)
    expect((await ask("/organisations/0000000000")).status).toBe(404)
  })

  test("X13: hidden, it is 410 with the reason, at once, also for whoever was just served the page", async () => {
    const path = `/organisations/${id}`
    expect((await ask(path)).status).toBe(200)
    const form = { reason: "連絡先に<b>届きません</b>" }
    const hidden = await ask(`/staff/organisations/${id}/suspension`, { as: "ward-officer-abeno", form })
    expect(hidden.status).toBe(303)
    const gone = await ask(path)
    expect(gone.status).toBe(410)
    expect(gone.body).toContain("連絡先に&lt;b&gt;届きません&lt;/b&gt;")
    expect((await ask("/organisations")).body).toContain("9団体")
    await ask(`/staff/organisations/${id}/reinstatement`, { as: "ward-officer-abeno", form: {} })
    expect((await ask(path)).status).toBe(200)
  })
})
