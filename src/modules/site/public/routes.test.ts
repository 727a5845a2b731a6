import { describe, expect, it } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { systemActor } from "#kernel/actor.ts"
import { working } from "#kernel/transaction.ts"
import { htmlProblems } from "#web/ui/html-check.ts"
import { syncPages } from "../commands/sync.ts"

const { ask, clock, program } = await testProgram()
const staff = { as: "city-officer" } as const
const plain = (html: string) => html.replaceAll(/<rt>.*?<\/rt>|<rp>.*?<\/rp>|<[^>]+>/g, "")
const now = () => clock.now().toString()

const publicPaths = [
  "/pages/terms",
  "/pages/privacy",
  "/pages/accessibility",
  "/pages/merits",
  "/pages/first-steps",
  "/pages/faq",
  "/pages/about",
  "/pages/contact",
  "/notices",
  "/notices?when=past",
  "/opinions",
  "/opinions/new",
]

describe("issue 3 line 15: what everybody reads", () => {
  it.each(publicPaths)(
    "%s is there in three languages, valid, and linked from the end of the front page",
    async (path) => {
      for (const lang of ["ja", "en", "ja-easy"]) {
        const { status, body } = await ask(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`)
        expect(status).toBe(200)
        expect(await htmlProblems(body)).toEqual([])
        expect(body).not.toContain("日本語のみ")
      }
      if (path.startsWith("/pages/")) expect((await ask("/")).body).toContain(`href="${path}"`)
    },
  )

  it("questions are found by their words, whatever the width, each with an address of its own", async () => {
    const all = await ask("/pages/faq")
    const found = await ask(`/pages/faq?q=${encodeURIComponent("ﾊﾟｽﾜｰﾄﾞ")}`)
    expect(plain(found.body)).toContain("パスワードを忘れました")
    expect(plain(found.body)).not.toContain("お金はかかりますか")
    expect(all.body).toContain('id="パスワードを忘れました"')
    expect(plain((await ask("/pages/faq?q=zzzz")).body)).toContain("お問い合わせください")
  })

  it("texts of purposes stand at their forms and are no pages", async () => {
    expect((await ask("/pages/purpose-registration")).status).toBe(404)
    expect(plain((await ask("/sign-in")).body)).toContain("メールアドレスの使いみち")
    const form = await ask("/my/organisations/new", { as: "citizen" })
    expect(plain(form.body)).toContain("登録の内容を確かめ、団体にご連絡するために使います")
    const [listing] = /\/listings\/[0-9a-z]{10}/.exec((await ask("/listings")).body) ?? []
    const [group] = /\/organisations\/[0-9a-z]{10}/.exec((await ask("/organisations")).body) ?? []
    for (const [path, said] of [
      [`${group}/inquiry`, "やりとりが終わって6か月たつと"],
      [`${listing}/report`, "内容を確かめ、直すために使います"],
      [`${group}/outdated`, "内容を確かめ、直すために使います"],
    ] as const)
      expect(plain((await ask(path)).body), path).toContain(said)
    const [own] =
      /\/my\/organisations\/[0-9a-z]{10}/.exec((await ask("/my", { as: "group-editor" })).body) ?? []
    const members = await ask(`${own}/members`, { as: "group-editor" })
    expect(plain(members.body)).toContain("団体の仲間として招くメールを送るためだけに使います")
    expect(await htmlProblems(members.body)).toEqual([])
    expect(plain((await ask("/my/organisations/new?lang=en", { as: "citizen" })).body)).toContain(
      "To check the registration",
    )
  })

  it("civic-portal.R7: a page states the merits of registration, and leads to it", async () => {
    expect((await ask("/pages/merits")).body).toContain('href="/my/organisations/new"')
  })
})

const draft = async (slug: string, change: Readonly<Record<string, string>>, why = "言い回しを直した") => {
  const { body } = await ask(`/staff/site/pages/${slug}/edit`, staff)
  const field = (name: string) =>
    (
      new RegExp(`name="${name}"[^>]*>([^<]*)</textarea>`).exec(body)?.[1] ??
      new RegExp(`<input[^>]*value="([^"]*)"[^>]*name="${name}"`).exec(body)?.[1] ??
      ""
    )
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&")
  const names = ["ja", "en", "ja-easy"].flatMap((lang) => [`title-${lang}`, `body-${lang}`])
  const form = { ...hiddenFields(body, `/staff/site/pages/${slug}`), why }
  return { ...form, ...Object.fromEntries(names.map((name) => [name, field(name)])), ...change }
}

const publish = async (slug: string, more: Readonly<Record<string, string>> = {}) => {
  const record = await ask(`/staff/site/pages/${slug}`, staff)
  const form = { ...hiddenFields(record.body, `/staff/site/pages/${slug}/publication`), when: "now", ...more }
  return ask(`/staff/site/pages/${slug}/publication`, { ...staff, form })
}

describe("issue 3 line 15: pages that staff edit", () => {
  it("X16: a saved draft changes nothing in public; published it does, and every version stays", async () => {
    const form = await draft("about", { "body-ja": "# はじめに\n新しい文章です。" })
    const saved = await ask("/staff/site/pages/about", { ...staff, form })
    expect(saved.location).toBe("/staff/site/pages/about")
    expect(plain((await ask("/pages/about")).body)).not.toContain("新しい文章です")
    expect((await publish("about")).status).toBe(303)
    expect(plain((await ask("/pages/about")).body)).toContain("新しい文章です")
    const record = await ask("/staff/site/pages/about", staff)
    expect(plain(record.body)).toContain("言い回しを直した")
    expect(record.body).toContain("/staff/site/pages/about/versions/1")
    const old = await ask("/staff/site/pages/about/versions/1?against=2", staff)
    expect(old.body).toMatch(/<ins>|<del>/)
    expect(await htmlProblems(old.body)).toEqual([])
    expect(await htmlProblems(record.body)).toEqual([])
  })

  it("an old version comes back as a draft", async () => {
    const form = hiddenFields(
      (await ask("/staff/site/pages/about/versions/1", staff)).body,
      "/staff/site/pages/about/versions/1",
    )
    expect((await ask("/staff/site/pages/about/versions/1/restoration", { ...staff, form })).status).toBe(303)
    expect(plain((await ask("/pages/about")).body)).toContain("新しい文章です")
    await publish("about")
    expect(plain((await ask("/pages/about")).body)).toContain("人と人とのつながり")
  })

  it("what is set ahead stands there from its minute, without anybody doing anything; a kept page too", async () => {
    const form = await draft("contact", { "body-ja": "窓口が変わりました。" })
    await ask("/staff/site/pages/contact", { ...staff, form })
    const past = await publish("contact", { when: "later", day: "2026-06-01", time: "9:00" })
    expect(past.status).toBe(422)
    expect((await publish("contact", { when: "later", day: "2026-06-10", time: "18:30" })).status).toBe(303)
    expect((await publish("contact")).status).toBe(422)
    expect(plain((await ask("/pages/contact")).body)).not.toContain("窓口が変わりました")
    const before = now()
    clock.set("2026-06-10T18:29:59+09:00")
    expect(plain((await ask("/pages/contact")).body)).not.toContain("窓口が変わりました")
    clock.set("2026-06-10T18:30:00+09:00")
    expect(plain((await ask("/pages/contact")).body)).toContain("窓口が変わりました")
    clock.set(before)
  })

  it("looking at it saves nothing, and draws what was typed beside it", async () => {
    const form = await draft("privacy", { "body-ja": "# 見え方\n<b>太字</b>", intent: "preview", why: "" })
    const { status, body } = await ask("/staff/site/pages/privacy", { ...staff, form })
    expect(status).toBe(200)
    expect(body).toContain('<h2 id="ja-見え方">見え方</h2>')
    expect(body).toContain("&lt;b&gt;太字&lt;/b&gt;")
    expect(await htmlProblems(body)).toEqual([])
    expect((await ask("/staff/site/pages/privacy", staff)).body).not.toContain("/versions/2")
  })

  it("kanji without a reading and links to nowhere good are refused with what was typed", async () => {
    const form = await draft("privacy", { "body-ja-easy": "漢字です", "body-en": "[x](javascript:alert(1))" })
    const { status, body } = await ask("/staff/site/pages/privacy", { ...staff, form })
    expect(status).toBe(422)
    expect(plain(body)).toContain("読みのない漢字があります")
    expect(plain(body)).toContain("リンク先は https:// か / で始めてください")
    expect(body).toContain("漢字です")
  })

  it("the second of two editors gets both texts", async () => {
    const [one, other] = [
      await draft("merits", { "body-ja": "一人目" }),
      await draft("merits", { "body-ja": "二人目" }),
    ]
    expect((await ask("/staff/site/pages/merits", { ...staff, form: one })).status).toBe(303)
    const second = await ask("/staff/site/pages/merits", { as: "administrator", form: other })
    expect(second.status).toBe(409)
    expect(plain(second.body)).toContain("一人目")
    expect(second.body).toContain("二人目")
  })

  it("X17: an officer writes, an approver publishes, others do neither", async () => {
    for (const as of ["ward-officer-abeno", "shakyo-officer", "citizen"])
      expect((await ask("/staff/site/pages/faq", { as, form: {} })).status).toBe(403)
    for (const as of ["ward-officer-abeno", "shakyo-officer"])
      expect(
        (await ask("/staff/site/pages/faq/publication", { as, form: { when: "now", _version: "1" } })).status,
      ).toBe(403)
  })
})

describe("issue 3 line 15: terms with versioned consent", () => {
  const profile = { name: "北川 みどり", lang: "ja" }

  it("a new version is asked for at the next act, which then goes on with nothing lost; reading is free", async () => {
    expect((await ask("/my/profile", { as: "citizen", form: profile })).status).toBe(303)
    const form = await draft("terms", { "body-ja": "# 新しい規約\n守ってください。" }, "連絡の決まりを加えた")
    await ask("/staff/site/pages/terms", { ...staff, form })
    await publish("terms", { consent: "yes" })
    for (const path of ["/my", "/my/profile", "/listings"])
      expect((await ask(path, { as: "citizen" })).status).toBe(200)
    const typed = { ...profile, name: '北川 "みどり"', note: "一行目\n二行目" }
    const held = await ask("/my/profile?x=1", { as: "citizen", form: typed })
    expect(held.status).toBe(428)
    expect(await htmlProblems(held.body)).toEqual([])
    expect(plain(held.body)).toContain("守ってください")
    expect(plain(held.body)).toContain("連絡の決まりを加えた")
    const carried = hiddenFields(held.body, "/my/profile?x=1")
    expect(carried).toMatchObject({ name: "北川 &quot;みどり&quot;", lang: "ja" })
    expect(held.body).toContain("一行目\n二行目")
    const done = await ask("/my/profile", {
      as: "citizen",
      form: { ...typed, _agreed: carried["_agreed"] ?? "" },
    })
    expect(done.status).toBe(303)
    expect((await ask("/my/profile", { as: "citizen", form: profile })).status).toBe(303)
  })

  it("agreeing to another version than the one in force counts for nothing", async () => {
    const form = { ...profile, name: "大西", _agreed: "00000000-0000-7000-8000-000000000000" }
    expect((await ask("/my/profile", { as: "group-editor-2", form })).status).toBe(428)
  })

  it("before a form that takes files one is asked first, and then led to it; a file sent all the same waits", async () => {
    const own = (await ask("/my", { as: "group-editor" })).body
    const id = /\/my\/organisations\/([0-9a-z]{10})/.exec(own)?.[1] ?? ""
    const path = `/my/organisations/${id}/files`
    const held = await ask(path, { as: "group-editor" })
    expect(held.status).toBe(428)
    expect(await htmlProblems(held.body)).toEqual([])
    expect(held.body).not.toContain('type="file"')
    const carried = hiddenFields(held.body, "/my/consents")
    expect(carried["next"]).toBe(path)
    const files = { "files-picture": [new File(["x"], "x.png")] }
    expect((await ask(path, { as: "group-editor", form: { role: "picture" }, files })).status).toBe(428)
    // An act that is no upload is carried along, however its form is written.
    const form = { name: "森本 さくら" }
    const act = await ask("/my/profile", { as: "group-editor", form, files: {} })
    expect(act.status).toBe(428)
    expect(hiddenFields(act.body, "/my/profile")).toMatchObject(form)
    const elsewhere = { ...carried, next: "//elsewhere.example" }
    const agreed = await ask("/my/consents", { as: "group-editor", form: carried })
    expect([agreed.status, agreed.location]).toEqual([303, path])
    expect((await ask("/my/consents", { as: "group-editor", form: elsewhere })).location).toBe("/my/consents")
    expect((await ask(path, { as: "group-editor" })).body).toContain('type="file"')
  })

  it("one reads which version one agreed to and when, and what it said", async () => {
    const mine = await ask("/my/consents", { as: "citizen" })
    expect(mine.body).toContain("/pages/terms/versions/2")
    expect(mine.body).toContain("/pages/terms/versions/1")
    const old = await ask("/pages/terms/versions/1")
    expect(plain(old.body)).toContain("これは前の版です")
    expect(old.body).toContain('name="robots" content="noindex"')
    expect((await ask("/pages/terms/versions/9")).status).toBe(404)
  })

  it("staff see who has not agreed yet", async () => {
    const { body } = await ask("/staff/site/consents", staff)
    expect(body).toContain("group-editor-2@demo.example.jp")
    expect(body).not.toContain("citizen@demo.example.jp")
    expect(await htmlProblems(body)).toEqual([])
  })

  it("a mended word asks nobody", async () => {
    const form = await draft("terms", { "body-ja": "# 新しい規約\nお守りください。" })
    await ask("/staff/site/pages/terms", { ...staff, form })
    await publish("terms")
    expect((await ask("/my/profile", { as: "citizen", form: profile })).status).toBe(303)
  })

  it("ending a session is never held up", async () => {
    expect((await ask("/my/sessions/others/end", { as: "company-editor", form: {} })).status).toBe(303)
    expect((await ask("/my/consents", { as: "company-editor", form: {} })).status).toBe(428)
  })

  it("X17: outside forms the door stays shut to nobody: staff acts ask for no consent", async () => {
    const form = { ...(await draft("faq", {})), intent: "save" }
    expect((await ask("/staff/site/pages/faq", { as: "administrator", form })).status).toBe(303)
  })
})

describe("search engines", () => {
  it("find in the sitemap what is public, and nothing else", async () => {
    const { body, headers } = await ask("/sitemap.xml")
    expect(headers.get("content-type")).toContain("application/xml")
    for (const path of ["/pages/faq", "/notices", "/listings/", "/organisations/"])
      expect(body).toContain(path)
    expect(body).not.toMatch(/purpose-|\/my|\/staff/)
    const paths = [...body.matchAll(/<loc>http:\/\/localhost:3000([^<]*)<\/loc>/g)].map(
      ([, path = ""]) => path,
    )
    for (const path of paths.filter((_path, at) => at % 9 === 0))
      expect((await ask(path)).status, path).toBe(200)
  })

  it("the demo asks not to be found", async () => {
    expect((await ask("/robots.txt")).body).toContain("Disallow: /\n")
  })
})

describe("the pages' own world", () => {
  it("the second start changes nothing that staff wrote", async () => {
    const context = { ...program.base, actor: systemActor("sync") }
    await working(context, "places.sync", syncPages)
    expect(plain((await ask("/pages/terms")).body)).toContain("お守りください")
  })
})
