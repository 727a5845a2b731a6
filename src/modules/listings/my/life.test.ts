import { describe, expect, test } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, clock, program } = await testProgram()
const editor = { as: "group-editor" }
const officer = { as: "ward-officer-abeno" }

const list = (await ask("/my/listings", editor)).location
const filled = {
  intent: "publish",
  kind: "event",
  title: "公園の体操",
  what: "公園で体操をします。",
  howToJoin: "当日、直接来てください。",
  "schedule.way": "rule",
  "schedule.rule.first": "2026-06-16",
  "schedule.rule.start": "10:00",
  "schedule.rule.end": "11:00",
  "schedule.rule.repeat": "weekly",
  placeName: "桃ヶ池公園",
  scope: "areas",
  areas: ["271195"],
  fields: ["7"],
}

const send = async (path: string, form: object, who = editor, from = path) => {
  const page = await ask(from, who)
  return ask(path, { ...who, form: { ...hiddenFields(page.body, path), ...form } })
}
const publish = (change: object = {}) => send(list, { ...filled, ...change }, editor, `${list}/new`)
const made = async (change: object = {}) => (await publish(change)).location.split("/").at(-1) ?? ""
const rowOf = (id: string) =>
  program.database.selectFrom("listings").selectAll().where("publicId", "=", id).executeTakeFirstOrThrow()
const runJob = (name: string) => {
  const job = program.worker.jobs.find((each) => each.name === name)
  const context = { ...program.base, actor: { system: name } as never, signal: new AbortController().signal }
  return job?.run(context, {} as never)
}
/** The ledger reads as its owner: nobody else sees other people's mail. */
const sentTo = async (template: string, about: string): Promise<string[]> => {
  const query = "select address from messages where template = $1 and about_id = $2"
  const { rows } = await program.ownerPool.query<{ address: string }>(query, [template, about])
  return rows.map(({ address }) => address)
}
const datesOf = async (id: string) =>
  program.database
    .selectFrom("occurrences")
    .selectAll()
    .where("listingId", "=", (await rowOf(id)).id)
    .orderBy("firstDay")
    .execute()

describe("issue 3 line 9: what is typed is kept", () => {
  const keep = (form: object) =>
    ask(`${list}/typing`, { ...editor, form: { ...form }, headers: { accept: "application/json" } })

  test("it says when, goes on where it was, and two windows do not overwrite each other", async () => {
    const first = JSON.parse((await keep({ title: "書きかけ", "schedule.dates.0.first": "あした" })).body)
    expect(first).toMatchObject({ version: 1, says: "10:00に自動で保存しました" })
    const window = { _typing: first.id, "_typing-version": "1" }
    const second = await keep({ ...window, title: "一つ目の画面" })
    expect(JSON.parse(second.body)).toMatchObject({ id: first.id, version: 2 })
    const other = await keep({ ...window, title: "二つ目の画面" })
    expect(other.status).toBe(409)
    const { body } = await ask(`${list}/new?typing=${first.id}`, editor)
    expect(body).toContain('value="一つ目の画面"')
    expect(body).not.toContain("二つ目の画面")
    expect((await ask(`${list}/new`, editor)).body).toContain("保存していない書きかけがあります")
    expect((await ask(`${list}/new?typing=${first.id}`, { as: "group-editor-2" })).status).toBe(403)
    await ask(`/my/listing-typings/${first.id}/removal`, { ...editor, form: {} })
    expect((await ask(`${list}/new?typing=${first.id}`, editor)).status).toBe(404)
  })
})

describe("issue 3 line 9: a time of publication", () => {
  test("nobody sees it before; in its minute it is public; taken back it is a draft", async () => {
    const { location } = await publish({ "publish.day": "2026-06-11", "publish.time": "09:30" })
    const id = location.split("/").at(-1) ?? ""
    expect((await rowOf(id)).state).toBe("scheduled")
    expect((await ask(`/listings/${id}`)).status).toBe(404)
    const own = await ask(location, editor)
    expect(own.body).toContain("2026年6月11日（木） 9:30に公開されます")
    expect(await htmlProblems(own.body)).toEqual([])
    clock.set("2026-06-11T09:29:59+09:00")
    await runJob("listings.release")
    expect((await rowOf(id)).state).toBe("scheduled")
    clock.set("2026-06-11T09:30:00+09:00")
    await runJob("listings.release")
    expect((await ask(`/listings/${id}`)).status).toBe(200)
    clock.set("2026-06-10T10:00:00+09:00")
    const other = await made({ "publish.day": "2026-06-11" })
    await send(`/my/listings/${other}/take-back`, {}, editor, `/my/listings/${other}`)
    expect((await rowOf(other)).state).toBe("draft")
  })

  test("a time that has passed is refused at its field", async () => {
    const { status, body } = await publish({ "publish.day": "2026-06-09" })
    expect(status).toBe(422)
    expect(body).toContain('id="field-publish-day-error"')
  })
})

describe("issue 3 line 9: the office looks first", () => {
  test("X13: submitted, returned with a reason, approved; from an approved template without a look", async () => {
    const set = (review: string) => send("/staff/listing-review", { review }, officer)
    expect((await set("all")).status).toBe(303)
    const id = await made({ title: "ラジオ体操" })
    expect((await rowOf(id)).state).toBe("submitted")
    expect((await ask("/staff", officer)).body).toContain("ラジオ体操")
    const page = await ask(`/staff/listings/${id}`, officer)
    expect(await htmlProblems(page.body)).toEqual([])
    await send(
      `/staff/listings/${id}/return`,
      { reason: "雨の日はどうしますか" },
      officer,
      `/staff/listings/${id}`,
    )
    expect((await ask(`/my/listings/${id}`, editor)).body).toContain("雨の日はどうしますか")
    expect((await ask(`/staff/listings/${id}`, officer)).status).toBe(404)
    await send(
      `/my/listings/${id}`,
      { ...filled, title: "ラジオ体操", rain: "" },
      editor,
      `/my/listings/${id}/edit`,
    )
    await send(`/staff/listings/${id}/approval`, {}, officer, `/staff/listings/${id}`)
    expect((await ask(`/listings/${id}`)).status).toBe(200)
    await send(`/staff/listings/${id}/pre-approval`, { approved: "yes" }, officer, `/staff/listings/${id}`)
    const copy = await send(`/my/listings/${id}/copies`, {}, editor, `/my/listings/${id}`)
    const next = copy.location.split("/").at(-2) ?? ""
    const edit = await ask(copy.location, editor)
    expect(edit.body).toContain('value="2027-06-15"')
    await send(
      `/my/listings/${next}`,
      { ...filled, "schedule.rule.first": "2027-06-15" },
      editor,
      `/my/listings/${next}/edit`,
    )
    expect((await rowOf(next)).state).toBe("published")
    await set("city")
  })
})

describe("issue 3 line 9: dates that are called off", () => {
  test("cancelled, moved and put back, on the page, the cards and in what changed; the id stays", async () => {
    const id = await made({ title: "朝の合唱" })
    const [first, second, third] = await datesOf(id)
    const change = (form: object) => send(`/my/listings/${id}/dates`, form)
    expect((await change({ change: "cancelled", which: first?.id ?? "" })).status).toBe(422)
    await change({ change: "cancelled", which: first?.id ?? "", reason: "大雨の予報のため" })
    const listed = await ask("/listings?q=朝の合唱")
    expect(listed.body).toContain("6月16日（火）は中止")
    expect(listed.body).toContain("6月23日（火）")
    const { body } = await ask(`/listings/${id}`)
    expect(body).toContain("大雨の予報のため")
    await change({ change: "moved", which: second?.id ?? "", "to.day": "2026-06-24", "to.start": "13:00" })
    const moved = await ask(`/listings/${id}`)
    expect(moved.body).toContain("6月23日（火）から変わりました")
    expect(await htmlProblems(moved.body)).toEqual([])
    expect((await datesOf(id)).find((each) => each.id === second?.id)?.firstDay?.toString()).toBe(
      "2026-06-24",
    )
    const edited = { ...filled, title: "朝の合唱", "schedule.rule.start": "10:30" }
    await send(`/my/listings/${id}`, edited, editor, `/my/listings/${id}/edit`)
    const kept = new Map((await datesOf(id)).map((each) => [each.id, each]))
    expect(kept.get(first?.id ?? "")?.status).toBe("cancelled")
    expect(kept.get(second?.id ?? "")?.startsAt?.toString()).toBe("2026-06-24T04:00:00Z")
    expect(kept.get(third?.id ?? "")?.startsAt?.toString()).toBe("2026-06-30T01:30:00Z")
    await change({ change: "planned", which: [first?.id ?? "", second?.id ?? ""] })
    const back = (await datesOf(id))
      .slice(0, 2)
      .map((each) => [each.id, each.startsAt?.toString(), each.status])
    expect(back).toEqual([
      [first?.id, "2026-06-16T01:30:00Z", "planned"],
      [second?.id, "2026-06-23T01:30:00Z", "planned"],
    ])
    const history = await ask(`/listings/${id}/changes`)
    expect(history.body).toContain("6月24日（水） 13:00に変わりました")
    expect(await htmlProblems(history.body)).toEqual([])
  })

  test("somebody else's date is not changed with one's own listing", async () => {
    const [mine, other] = [await made(), await made()]
    const [foreign] = await datesOf(other)
    const form = { change: "cancelled", which: foreign?.id ?? "", reason: "まちがい" }
    expect((await send(`/my/listings/${mine}/dates`, form)).status).toBe(409)
    expect((await datesOf(other))[0]?.status).toBe("planned")
  })
})

describe("issue 3 line 9: what readers see and say", () => {
  test("a correction shows the difference; out of search engines where its group wants that", async () => {
    const id = await made({ title: "夕べの散歩", fee: "無料" })
    const before = await ask(`/listings/${id}`)
    expect(before.headers.get("x-robots-tag")).toBeNull()
    const edited = { ...filled, title: "夕べの散歩", placeName: "長居公園", noIndex: "yes" }
    await send(`/my/listings/${id}`, edited, editor, `/my/listings/${id}/edit`)
    const { body, headers } = await ask(`/listings/${id}`)
    expect(body).toMatch(/<del>.*桃ヶ池公園.*<\/del>/)
    expect(body).toMatch(/<ins>.*長居公園.*<\/ins>/)
    expect(headers.get("x-robots-tag")).toBe("noindex")
    expect(body).toContain('name="robots" content="noindex"')
  })

  test("X13: a report waits for the office without an account; the answer goes out, the address is forgotten", async () => {
    const id = await made({ title: "報告される会" })
    const page = await ask(`/listings/${id}/report`)
    expect(await htmlProblems(page.body)).toEqual([])
    const form = { why: "other", text: "", address: "reader@example.jp" }
    const refused = await ask(`/listings/${id}/report`, { form })
    expect(refused.status).toBe(422)
    expect((await ask(`/listings/${id}/report`, { form: { ...form, text: "場所がちがう" } })).status).toBe(
      303,
    )
    expect((await ask("/staff", officer)).body).toContain("読者からの報告（1件）")
    expect((await ask(`/my/listings/${id}`, editor)).body).not.toContain("場所がちがう")
    await send(
      `/staff/listings/${id}/reports`,
      { outcome: "kept", answer: "確かめました。場所は合っています。" },
      officer,
      `/staff/listings/${id}`,
    )
    const { id: uuid } = await rowOf(id)
    const [report] = await program.database
      .selectFrom("listingReports")
      .selectAll()
      .where("listingId", "=", uuid)
      .execute()
    expect(report).toMatchObject({ outcome: "kept", address: "" })
    expect(await sentTo("listings.decide-reports", uuid)).toEqual(["reader@example.jp"])
  })

  test("bad input: one client reports again and again, and is asked to wait", async () => {
    const id = await made({ title: "何度も報告される会" })
    const form = { why: "wrong", text: "場所がちがいます。" }
    for (let time = 0; time < 5; time += 1) await ask(`/listings/${id}/report`, { form })
    const answer = await ask(`/listings/${id}/report`, { form })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(60)
    expect(answer.body).toContain("1時間ほど待って、もう一度お試しください")
    // Nothing that was typed is lost.
    expect(answer.body).toContain(form.text)
    expect(await htmlProblems(answer.body)).toEqual([])
  })

  test("X13: hidden with a reason, the group answers and mends it, the office reads it and shows it again", async () => {
    const id = await made({ title: "話し合いの会" })
    const staff = `/staff/listings/${id}`
    await send(`${staff}/hiding`, { reason: "場所の許可を確かめてください" }, officer, staff)
    const own = await ask(`/my/listings/${id}`, editor)
    expect(own.body).toContain("場所の許可を確かめてください")
    expect(await htmlProblems(own.body)).toEqual([])
    await send(
      `/my/listings/${id}`,
      { ...filled, title: "話し合いの会", placeName: "区民センター" },
      editor,
      `/my/listings/${id}/edit`,
    )
    expect((await ask(`/listings/${id}`)).status).toBe(410)
    await send(`/my/listings/${id}/replies`, { text: "会場を変えました" }, editor, `/my/listings/${id}`)
    expect((await ask("/staff", officer)).body).toContain("団体からの返事")
    const record = await ask(staff, officer)
    expect(record.body).toContain("会場を変えました")
    expect(record.body).toContain("区民センター")
    // Whose turn it is stands in the group's own list, until it answers.
    const turn = async () => /話し合いの会[^]*?<\/tr>/.exec((await ask(list, editor)).body)?.[0] ?? ""
    expect(await turn()).not.toContain("窓口から返事があります")
    await send(`${staff}/replies`, { text: "確かめます" }, officer, staff)
    expect(await turn()).toContain("窓口から返事があります")
    await send(`/my/listings/${id}/replies`, { text: "お願いします" }, editor, `/my/listings/${id}`)
    expect(await turn()).not.toContain("窓口から返事があります")
    await send(`${staff}/replies`, { text: "確かめました" }, officer, staff)
    await send(`${staff}/reinstatement`, {}, officer, staff)
    expect((await ask(`/listings/${id}`)).body).toContain("区民センター")
    expect(await turn()).not.toContain("窓口から返事があります")
  })

  test("a withdrawal is undone with one click, and counts no second time", async () => {
    const id = await made({ title: "取り下げる会" })
    await send(`/my/listings/${id}/withdrawal`, { reason: "" }, editor, `/my/listings/${id}`)
    expect((await ask(`/listings/${id}`)).status).toBe(410)
    await send(`/my/listings/${id}/return-to-public`, {}, editor, `/my/listings/${id}`)
    expect((await ask(`/listings/${id}`)).status).toBe(200)
    const { id: uuid } = await rowOf(id)
    const counted = await program.database
      .selectFrom("figureEvents")
      .select("delta")
      .where("subjectId", "=", uuid)
      .execute()
    expect(counted).toEqual([{ delta: 1 }])
  })

  test("activity-publishing.R8: after months the group is asked once, and one click answers", async () => {
    const id = await made({ title: "長く続く会" })
    clock.set("2026-12-11T09:30:00+09:00")
    await runJob("listings.ask")
    await runJob("listings.ask")
    const { id: uuid } = await rowOf(id)
    expect(await sentTo("listings.ask", uuid)).toHaveLength(1)
    const page = await ask(`/my/listings/${id}`, editor)
    expect(page.body).toContain("今の内容で合っていますか")
    await send(`/my/listings/${id}/confirmation`, {}, editor, `/my/listings/${id}`)
    expect((await ask(`/my/listings/${id}`, editor)).body).not.toContain("今の内容で合っていますか")
    clock.set("2026-06-10T10:00:00+09:00")
  })
})
