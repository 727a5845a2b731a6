import { describe, expect, it } from "vitest"
import { sql } from "kysely"
import { asActor, reading } from "#kernel/transaction.ts"
import { anonymous } from "#kernel/actor.ts"
import { drainJobs } from "#kernel/jobs/worker.ts"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"
import { siteChanges, siteTitles } from "../queries/lookup.ts"
import { opinion } from "../schema/opinions.ts"
import { move, permits } from "#kernel/workflow.ts"

const { ask, clock, program } = await testProgram()
const staff = { as: "city-officer" } as const
const plain = (html: string) => html.replaceAll(/<rt>.*?<\/rt>|<rp>.*?<\/rp>|<[^>]+>/g, "")

const warning = {
  "title-ja": "大雨警報が出ています",
  "title-en": "Heavy rain warning",
  "title-ja-easy": "大雨《おおあめ》に 気《き》をつけてください",
  link: "https://www.example.jp/rain",
  hours: "6",
  why: "警報の発表を受けて",
  serious: "yes",
}
const raise = () => ask("/staff/site/emergency", { ...staff, form: { ...warning, confirmed: "yes" } })
const standing = async () => {
  const { body } = await ask("/staff/site/emergency", staff)
  return /\/staff\/site\/emergency\/([0-9a-f-]{36})\/end/.exec(body)?.[1] ?? ""
}

describe("issue 3 line 15: the emergency banner", () => {
  it("is looked at once more before it stands anywhere", async () => {
    const confirm = await ask("/staff/site/emergency", { ...staff, form: warning })
    expect(confirm.status).toBe(200)
    expect(await htmlProblems(confirm.body)).toEqual([])
    expect(plain(confirm.body)).toContain("この内容ですべてのページに出しますか")
    expect(plain((await ask("/listings")).body)).not.toContain("大雨警報")
    expect(hiddenFields(confirm.body, "/staff/site/emergency")).toMatchObject({
      confirmed: "yes",
      hours: "6",
    })
  })

  it("only for what concerns life or safety: without that word it is refused, with what was typed", async () => {
    const { status, body } = await ask("/staff/site/emergency", {
      ...staff,
      form: { ...warning, serious: "", confirmed: "yes" },
    })
    expect(status).toBe(422)
    expect(body).toContain("大雨警報が出ています")
  })

  it("stands on kept pages of every process at once, in each language and in the office, and goes at once", async () => {
    const other = program.web()
    const elsewhere = async (path: string) => (await other.app.request(`http://localhost:3000${path}`)).text()
    const paths = ["/", "/listings", "/pages/faq", "/no-such-page"]
    for (const path of paths) {
      expect(await elsewhere(path)).not.toContain('class="emergency"')
      expect((await ask(path)).body).not.toContain('class="emergency"')
    }
    expect((await raise()).status).toBe(303)
    for (const path of paths) {
      expect(plain(await elsewhere(path)), path).toContain("大雨警報が出ています")
      expect(plain((await ask(path)).body), path).toContain("大雨警報が出ています")
    }
    const kept = await other.cache.find("/listings")
    expect(kept?.body.toString()).toContain("大雨警報が出ています")
    expect(plain((await ask("/?lang=en")).body)).toContain("Heavy rain warning")
    expect((await ask("/?lang=ja-easy")).body).toContain("<ruby>大雨")
    const office = await ask("/staff", staff)
    expect(plain(office.body)).toContain("大雨警報が出ています")
    expect(await htmlProblems(office.body)).toEqual([])
    expect(office.body).toContain('href="https://www.example.jp/rain"')
    const id = await standing()
    expect((await ask(`/staff/site/emergency/${id}/end`, { ...staff, form: {} })).status).toBe(303)
    expect(await other.cache.find("/listings")).toBeNull()
    for (const path of paths) expect(await elsewhere(path)).not.toContain('class="emergency"')
    expect((await ask(`/staff/site/emergency/${id}/end`, { ...staff, form: {} })).status).toBe(409)
  })

  it("ends by itself when its time is over, on kept pages too", async () => {
    const other = program.web()
    const elsewhere = async () => (await other.app.request("http://localhost:3000/pages/terms")).text()
    await raise()
    expect(await elsewhere()).toContain('class="emergency"')
    const before = clock.now()
    clock.set(before.add({ hours: 6 }).toString())
    expect(await other.cache.find("/pages/terms")).toBeNull()
    expect(await elsewhere()).not.toContain('class="emergency"')
    clock.set(before.toString())
    await ask(`/staff/site/emergency/${await standing()}/end`, { ...staff, form: {} })
  })

  it("X17: only posts of the City from the set role up may raise one", async () => {
    for (const as of ["ward-officer-abeno", "shakyo-officer", "citizen"])
      expect(
        (await ask("/staff/site/emergency", { as, form: { ...warning, confirmed: "yes" } })).status,
      ).toBe(403)
  })
})

const notice = {
  "title-ja": "窓口の時間が変わります",
  "body-ja": "8月から午後5時までです。",
  intent: "publish",
}
const give = async (form: Readonly<Record<string, string>>, as = "city-officer") =>
  (await ask("/staff/site/notices", { as, form })).location.split("/").at(-1) ?? ""

describe("issue 3 line 15: notices with period", () => {
  it("stands on the front page and in the list from its day to the end of its last, then among the past", async () => {
    const id = await give({ ...notice, from: "2026-06-12", fromTime: "9:00", to: "2026-06-13" })
    const at = clock.now()
    expect((await ask("/")).body).not.toContain(id)
    expect((await ask(`/notices/${id}`)).status).toBe(404)
    clock.set("2026-06-12T09:00:00+09:00")
    for (const path of ["/", "/notices"]) expect((await ask(path)).body, path).toContain(`/notices/${id}`)
    clock.set("2026-06-13T23:59:59+09:00")
    expect((await ask("/notices")).body).toContain(id)
    clock.set("2026-06-14T00:00:00+09:00")
    for (const path of ["/", "/notices"]) expect((await ask(path)).body, path).not.toContain(id)
    expect((await ask("/notices?when=past")).body).toContain(id)
    expect(plain((await ask(`/notices/${id}`)).body)).toContain("このお知らせの期間は終わりました")
    clock.set(at.toString())
  })

  it("X17: a ward office gives notices of its ward, on its page; not of another, nor of the city", async () => {
    const own = program.base.city.areas.find(({ slug }) => slug === "abeno")?.code ?? ""
    const id = await give({ ...notice, area: own }, "ward-officer-abeno")
    expect((await ask("/areas/abeno")).body).toContain(`/notices/${id}`)
    expect((await ask("/areas/hirano")).body).not.toContain(`/notices/${id}`)
    expect((await ask("/")).body).not.toContain(`/notices/${id}`)
    const send = (as: string, area: string) => ask("/staff/site/notices", { as, form: { ...notice, area } })
    expect((await send("ward-officer-hirano", own)).status).toBe(403)
    expect((await send("ward-officer-abeno", "")).status).toBe(403)
    expect((await send("ward-officer-abeno", "999999")).status).toBe(422)
    expect((await ask(`/staff/site/notices/${id}`, { as: "ward-officer-hirano" })).status).toBe(404)
  })

  it("withdrawn it says why; a change by a second editor is shown to them", async () => {
    const id = await give(notice)
    const form = hiddenFields(
      (await ask(`/staff/site/notices/${id}`, staff)).body,
      `/staff/site/notices/${id}"`,
    )
    const change = (title: string) =>
      ask(`/staff/site/notices/${id}`, {
        ...staff,
        form: { ...notice, ...form, _key: "", "title-ja": title },
      })
    expect((await change("一つ目")).status).toBe(303)
    const second = await change("二つ目")
    expect(second.status).toBe(409)
    expect(plain(second.body)).toContain("一つ目")
    await ask(`/staff/site/notices/${id}/withdrawal`, { ...staff, form: { reason: "日程が変わったため" } })
    const gone = await ask(`/notices/${id}`)
    expect(gone.status).toBe(410)
    expect(plain(gone.body)).toContain("日程が変わったため")
    expect((await ask("/notices")).body).not.toContain(id)
  })

  it("an end before its start, a day that is none: refused at the field", async () => {
    const bad = await ask("/staff/site/notices", {
      ...staff,
      form: { ...notice, from: "2026-06-20", to: "2026-06-19", fromTime: "25:00" },
    })
    expect(bad.status).toBe(422)
    expect(await htmlProblems(bad.body)).toEqual([])
    expect(plain(bad.body)).toContain("終了は開始より後にしてください")
  })
})

const waitingOpinion = async (text: string) => {
  const { body } = await ask("/staff/site/opinions", staff)
  const row = body.split("<tr").find((each) => each.includes(text)) ?? ""
  return /\/staff\/site\/opinions\/([0-9a-z]{10})/.exec(row)?.[1] ?? ""
}
const answer = async (id: string, form: Readonly<Record<string, string>>) => {
  const { body } = await ask(`/staff/site/opinions/${id}`, staff)
  const hidden = hiddenFields(body, `/staff/site/opinions/${id}/answer`)
  return ask(`/staff/site/opinions/${id}/answer`, { ...staff, form: { ...hidden, ...form } })
}

describe("opinions", () => {
  it("civic-portal.U4: a visitor leaves one, staff answer, the list shows it with what was changed", async () => {
    const given = await ask("/opinions", {
      form: {
        text: "文字を<b>大きく</b>してください",
        address: "visitor@example.jp",
        mayPublish: "yes",
        page: "/listings",
      },
    })
    expect(given.location).toBe("/opinions")
    expect(plain((await ask("/staff", staff)).body)).toContain("ご意見へのお返事")
    const id = await waitingOpinion("大きく")
    const record = await ask(`/staff/site/opinions/${id}`, staff)
    expect(record.body).toContain("visitor@example.jp")
    expect(await htmlProblems(record.body)).toEqual([])
    expect((await answer(id, { event: "consider" })).status).toBe(303)
    const form = { event: "answer", answer: "大きくしました。", change: "本文の字を18ピクセルに" }
    expect(
      (await answer(id, { ...form, publish: "yes", publicText: "文字を大きくしてください" })).status,
    ).toBe(303)
    const list = await ask("/opinions")
    expect(plain(list.body)).toContain("文字を大きくしてください")
    expect(plain(list.body)).toContain("本文の字を18ピクセルに")
    expect(list.body).not.toContain("visitor@example.jp")
    await drainJobs(program.worker)
    const mail = await ask("/demo/mailbox")
    expect(plain(mail.body)).toContain("大きくしました。")
  })

  it("civic-portal.R8: every opinion has a state, and each step only where it is possible", () => {
    const officer = new Set(["officer"] as const)
    for (const state of opinion.states)
      for (const event of ["consider", "answer", "close"] as const) {
        const may = permits(opinion, event, state, officer)
        expect(may).toBe(opinion.events[event].from.some((from) => from === state))
        if (!may) expect(() => move(opinion, event, state)).toThrow("is not possible")
      }
  })

  it("without the writer's leave nothing is published", async () => {
    await ask("/opinions", { form: { text: "公開しないでください" } })
    const id = await waitingOpinion("公開しないで")
    const form = {
      event: "answer",
      answer: "ありがとうございます。",
      publish: "yes",
      publicText: "公開しない",
    }
    expect((await answer(id, form)).status).toBe(422)
    expect((await answer(id, { event: "close" })).status).toBe(303)
    expect(plain((await ask("/opinions")).body)).not.toContain("公開しないで")
  })

  it("X17: who wrote is read by the City's posts only, by the database itself", async () => {
    const count = (context: Parameters<typeof asActor>[0]) =>
      asActor(context, async (tx) => {
        const { rows } = await sql<{ writers: number; hidden: number }>`
          select (select count(*)::int from site_opinion_writers) as writers,
            (select count(*)::int from site_opinions where published_at is null) as hidden`.execute(tx)
        return rows[0]
      })
    expect(await count({ ...program.base, actor: anonymous })).toEqual({ writers: 0, hidden: 0 })
    const demo = await import("#modules/accounts")
    const seen = async (key: string) =>
      count({ ...program.base, actor: await demo.demoActor(program.base, key) })
    expect((await seen("city-officer"))?.writers).toBeGreaterThan(0)
    expect(await seen("ward-officer-abeno")).toEqual({ writers: 0, hidden: 0 })
    expect(await seen("citizen")).toEqual({ writers: 0, hidden: 0 })
  })

  it("too many in a row are refused for an hour, and nothing that was written is lost", async () => {
    const send = () => ask("/opinions", { form: { text: "続けて送る意見です" } })
    const most = program.base.city.settings.opinionsAnHour.value
    let last = await send()
    for (let sent = 0; sent < most && last.status === 303; sent++) last = await send()
    expect(last.status).toBe(422)
    expect(last.body).toContain("続けて送る意見です")
    const { count } = await reading(program.base, (tx) =>
      tx
        .selectFrom("siteOpinionAttempts")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("at", "=", clock.now())
        .executeTakeFirstOrThrow(),
    )
    expect(Number(count)).toBeLessThanOrEqual(most)
  })
})

describe("promotion", () => {
  const occasion = {
    day: "2026-05-20",
    occasion: "区民まつり",
    audience: "来場者 30人",
    explainedBy: "中村 恵",
  }

  it("civic-portal.R7: occasions are recorded with date, audience and who explained", async () => {
    expect((await ask("/staff/site/promotions", { ...staff, form: occasion })).status).toBe(303)
    const { body } = await ask("/staff/site/promotions", staff)
    for (const part of ["区民まつり", "来場者 30人", "中村 恵"]) expect(plain(body)).toContain(part)
    expect(await htmlProblems(body)).toEqual([])
  })

  it("no occasion to come, no number that is none", async () => {
    const form = { ...occasion, day: "2026-12-01", registrations: "たくさん" }
    expect((await ask("/staff/site/promotions", { ...staff, form })).status).toBe(422)
  })
})

it.each([
  "/staff/site",
  "/staff/site/notices",
  "/staff/site/notices/new",
  "/staff/site/opinions?state=all",
  "/staff/site/emergency",
])("acceptance 14: %s is valid HTML in Japanese and English", async (path) => {
  for (const lang of ["ja", "en"]) {
    const { status, body } = await ask(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, staff)
    expect(status).toBe(200)
    expect(await htmlProblems(body)).toEqual([])
  }
})

describe("issue 3 line 12: the site in the office's own tools", () => {
  it("pages are found by their title by those who look after the site, and by nobody else", async () => {
    const find = `/staff/find?q=${encodeURIComponent("利用規約")}`
    expect((await ask(find, staff)).body).toContain('href="/staff/site/pages/terms"')
    expect((await ask(find, { as: "ward-officer-abeno" })).body).not.toContain("/staff/site/pages/terms")
  })

  it("what others published stands among the changes; X16: the audit calls pages by their name", async () => {
    await program.ownerPool.query(
      `update site_versions v set publish_at = $1, published_by = gen_random_uuid() from site_pages p
       where p.id = v.page_id and p.slug = 'faq' and v.number = 1`,
      [clock.now().toString()],
    )
    const view = { now: clock.now(), t: (key: string) => key } as never
    const since = clock.now().subtract({ hours: 1 })
    const changesOf = (accountId: string) => {
      const post = { programme: "*", role: "manager", bodyKind: "city", areas: "all" }
      const actor = { ...anonymous, accountId, posts: [post], wearing: post } as never
      return reading(program.base, (tx) => siteChanges(tx, actor, view, since))
    }
    const nobody = "01900000-0000-7000-8000-000000000000"
    expect((await changesOf(nobody)).map(({ href }) => href)).toContain("/staff/site/pages/faq")
    const { id } = await program.database
      .selectFrom("sitePages")
      .select("id")
      .where("slug", "=", "faq")
      .executeTakeFirstOrThrow()
    const titles = await reading(program.base, (tx) => siteTitles(tx, "site-page", [id]))
    expect(titles.get(id)).toEqual({ title: "よくある質問", href: "/staff/site/pages/faq" })
  })
})
