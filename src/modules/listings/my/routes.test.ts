import { describe, expect, test } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, program } = await testProgram()
const editor = { as: "group-editor" }

// With one group, one's own list is where the door leads.
const list = (await ask("/my/listings", editor)).location

const filled = {
  intent: "publish",
  kind: "event",
  title: "花の名前をおぼえる会🌷",
  titleKana: "ハナノナマエヲオボエルカイ",
  what: "公園の花を見て歩きます。\n<b>太字</b>にはなりません。",
  howToJoin: "当日、直接来てください。",
  "schedule.way": "dates",
  "schedule.dates.0.first": "２０２６年７月５日",
  "schedule.dates.0.start": "９時３０分",
  "schedule.dates.0.end": "11:00",
  placeName: "桃ヶ池公園",
  scope: "areas",
  areas: ["271195", "271098"],
  fields: ["7", "13"],
  fee: "=cmd()",
}

const countOf = async (title: string): Promise<number> => {
  const rows = await program.database.selectFrom("listings").select("id").where("title", "=", title).execute()
  return rows.length
}

const publish = async (change: object = {}) => {
  const page = await ask(`${list}/new`, editor)
  return ask(list, { ...editor, form: { ...hiddenFields(page.body, list), ...filled, ...change } })
}

describe("publishing by form", () => {
  test("activity-publishing.U1: the form validates; what it sends is public at once, as it was typed", async () => {
    const page = await ask(`${list}/new`, editor)
    expect(await htmlProblems(page.body)).toEqual([])
    const { status, location } = await publish()
    expect(status).toBe(303)
    const id = location.split("/").at(-1) ?? ""
    const own = await ask(location, editor)
    expect(await htmlProblems(own.body)).toEqual([])
    const { body } = await ask(`/listings/${id}`)
    expect(body).toContain("2026年7月5日（日）")
    expect(body).toContain("9:30から11:00まで")
    expect(body).toContain("&lt;b&gt;太字&lt;/b&gt;")
    expect(body).toContain("=cmd()")
    expect(await htmlProblems(body)).toEqual([])
  })

  test.each([
    ["2026-02-30", { "schedule.dates.0.first": "2026-02-30" }, "schedule.dates.0.first"],
    ["end before start", { "schedule.dates.0.end": "8:00" }, "schedule.dates.0.end"],
    ["a title of 1,000 characters", { title: "花".repeat(1000) }, "title"],
    ["a javascript: link", { link: "javascript:alert(1)" }, "link"],
    ["a NUL byte", { what: "花\u0000を見ます" }, "what"],
    ["an unknown area", { areas: ["999999"] }, "areas"],
    ["activity-publishing.R4: nothing on how to join", { howToJoin: "" }, "howToJoin"],
    ["a day that is over", { "schedule.dates.0.first": "2025-07-05" }, "schedule.dates.0.first"],
  ])(
    "bad input: %s comes back with a message at its field, and nothing typed is lost",
    async (_, change, field) => {
      const { status, body } = await publish(change)
      const id = `field-${field.replaceAll(".", "-")}`
      expect(status).toBe(422)
      expect(body).toContain(`id="${id}-error"`)
      expect(body).toContain(`href="#${id}"`)
      for (const typed of ["花の名前をおぼえる会🌷", "ハナノナマエヲオボエルカイ", "桃ヶ池公園", "=cmd()"])
        if (!("title" in change) || !typed.includes("🌷")) expect(body).toContain(typed)
      for (const value of Object.values(change).flat())
        if (value !== "" && value !== "999999" && !value.includes("\u0000")) expect(body).toContain(value)
      expect(await htmlProblems(body)).toEqual([])
    },
  )

  test("all mistakes are told at once, in English too", async () => {
    const page = await ask(`${list}/new?lang=en`, editor)
    const form = { ...hiddenFields(page.body, list), intent: "publish", kind: "event", title: "", link: "x" }
    const { status, body } = await ask(`${list}?lang=en`, { ...editor, form })
    expect(status).toBe(422)
    expect(body).toContain('id="field-title-error"')
    expect(body).toContain('id="field-link-error"')
    await ask("/my?lang=ja", editor)
  })

  test("acceptance 9: the same form twice publishes once", async () => {
    const page = await ask(`${list}/new`, editor)
    const form = { ...hiddenFields(page.body, list), ...filled, title: "一度だけの会" }
    const [one, two] = await Promise.all([ask(list, { ...editor, form }), ask(list, { ...editor, form })])
    expect([one.status, two.status, one.location]).toEqual([303, 303, two.location])
    expect(await countOf("一度だけの会")).toBe(1)
  })

  test("issue 3 line 9: a look at how it will read is the public page, publishes nothing and loses nothing", async () => {
    const { status, location } = await publish({ intent: "preview", title: "まだない会" })
    expect(status).toBe(303)
    const { body } = await ask(location, editor)
    expect(body).toContain("公開すると、このように見えます")
    expect(body).toContain("2026年7月5日（日）")
    expect(body).toContain("まだない会")
    expect(body).toContain('content="noindex"')
    expect(await countOf("まだない会")).toBe(0)
    expect(await htmlProblems(body)).toEqual([])
    expect((await ask(location, { as: "group-editor-2" })).status).toBe(404)
    const back = /href="([^"]*\?typing=[^"]*)"/.exec(body)?.[1] ?? ""
    expect((await ask(back, editor)).body).toContain('value="まだない会"')
    const form = hiddenFields(body, location)
    const published = await ask(location, { ...editor, form })
    expect((await ask(published.location.replace("/my", ""))).body).toContain("まだない会")
    expect((await ask(location, editor)).status).toBe(404)
    // Pressed twice, it leads to the same listing; another form finds nothing there.
    const again = await ask(location, { ...editor, form })
    expect([again.status, again.location]).toEqual([303, published.location])
    expect(await countOf("まだない会")).toBe(1)
    expect((await ask(location, { as: "group-editor-2", form })).status).toBe(404)
    const otherKey = { _key: "01900000-0000-7000-8000-000000000000" }
    expect((await ask(location, { ...editor, form: otherKey })).status).toBe(404)
    expect((await publish({ intent: "preview", title: "" })).status).toBe(422)
  })

  test("issue 3 line 9: what stays out of search engines stays out of the sitemap", async () => {
    const shown = await publish({ title: "見つかる会" })
    const kept = await publish({ title: "見つからない会", noIndex: "yes" })
    const { body } = await ask("/sitemap.xml")
    expect(body).toContain(shown.location.replace("/my", ""))
    expect(body).not.toContain(kept.location.replace("/my", ""))
  })

  test("a draft needs no more than a title, is nobody else's, and can be published later", async () => {
    const draft = await publish({
      intent: "draft",
      title: "書きかけの会",
      howToJoin: "",
      "schedule.dates.0.first": "",
      "schedule.dates.0.start": "",
      "schedule.dates.0.end": "",
    })
    expect(draft.status).toBe(303)
    const id = draft.location.split("/").at(-1) ?? ""
    expect((await ask(`/listings/${id}`)).status).toBe(404)
    expect((await ask(draft.location, { as: "group-editor-2" })).status).toBe(404)
    const page = await ask(`${draft.location}/edit`, editor)
    const form = { ...hiddenFields(page.body, draft.location), ...filled, title: "書きかけの会" }
    expect((await ask(draft.location, { ...editor, form })).status).toBe(303)
    expect((await ask(`/listings/${id}`)).status).toBe(200)
  })
})

describe("changing what is public", () => {
  test("acceptance 9: the second of two editors sees both texts, and may overwrite knowingly", async () => {
    const { location } = await publish({ title: "ふたりの会" })
    const page = await ask(`${location}/edit`, editor)
    expect(await htmlProblems(page.body)).toEqual([])
    const hidden = hiddenFields(page.body, location)
    const change = (placeName: string, more: object = {}) => ({
      ...hidden,
      ...filled,
      title: "ふたりの会",
      placeName,
      ...more,
    })
    const first = await ask(location, { ...editor, form: change("長居公園") })
    expect(first.status).toBe(303)
    const again = { _key: crypto.randomUUID() }
    const second = await ask(location, { ...editor, form: change("中央公会堂", again) })
    expect(second.status).toBe(409)
    expect(second.body).toContain("ほかの人が先に保存しました")
    expect(second.body).toContain("<dd>長居公園</dd>")
    expect(second.body).toContain("<dd>中央公会堂</dd>")
    expect(second.body).toContain('value="中央公会堂"')
    expect(await htmlProblems(second.body)).toEqual([])
    const third = { ...change("中央公会堂"), ...hiddenFields(second.body, location) }
    expect((await ask(location, { ...editor, form: third })).status).toBe(303)
  })

  test("bad input: parts that are not asked for and make no sense stay as typed beside what was saved", async () => {
    const { location } = await publish({ title: "くりかえしの会" })
    const page = await ask(`${location}/edit`, editor)
    const form = { ...hiddenFields(page.body, location), ...filled, title: "くりかえしの会" }
    expect((await ask(location, { ...editor, form })).status).toBe(303)
    const odd = { _key: crypto.randomUUID(), "schedule.rule.repeat": "yearly?" }
    const second = await ask(location, { ...editor, form: { ...form, ...odd } })
    expect(second.status).toBe(409)
    expect(second.body).toContain("<dd>yearly?</dd>")
  })

  test("what is withdrawn is gone with its word, and can be published again", async () => {
    const { location } = await publish({ title: "取りやめの会" })
    const id = location.split("/").at(-1) ?? ""
    const withdrawal = { ...editor, form: { reason: "雨のため中止しました。" } }
    expect((await ask(`${location}/withdrawal`, withdrawal)).status).toBe(303)
    const gone = await ask(`/listings/${id}`)
    expect(gone.status).toBe(410)
    expect(gone.body).toContain("雨のため中止しました。")
    const page = await ask(`${location}/edit`, editor)
    const form = { ...hiddenFields(page.body, location), ...filled, title: "取りやめの会" }
    expect((await ask(location, { ...editor, form })).status).toBe(303)
    expect((await ask(`/listings/${id}`)).status).toBe(200)
  })

  test("the list of one's own says how each stands", async () => {
    const { body } = await ask(list, editor)
    expect(await htmlProblems(body)).toEqual([])
    for (const words of ["下書き", "公開中", "窓口が非公開"]) expect(body).toContain(words)
  })
})
