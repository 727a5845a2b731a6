import { expect, test } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"

const { ask, clock, program } = await testProgram()
const editor = { as: "group-editor" }
const title = "三年つづく水曜の体操"

const filled = {
  intent: "publish",
  kind: "event",
  title,
  what: "公園で体操をします。",
  howToJoin: "当日、直接来てください。",
  "schedule.way": "rule",
  "schedule.rule.first": "2026-06-10",
  "schedule.rule.start": "10:30",
  "schedule.rule.end": "11:00",
  "schedule.rule.repeat": "weekly",
  "schedule.rule.until": "2029-06-06",
  "schedule.rule.except": "2026-08-12\n2026-12-30",
  "schedule.changes.0.from": "2027-06-01",
  "schedule.changes.0.start": "15:00",
  "schedule.changes.0.end": "16:00",
  "schedule.changes.0.weekdays": "4",
  placeName: "桃ヶ池公園",
  scope: "areas",
  areas: ["271195"],
  fields: ["7"],
}

/** What a page says of the listing: its card, or the whole page where it is the listing's own. */
const said = async (path: string): Promise<string> => {
  const { body } = await ask(path)
  // Titles break at phrases: an invisible character stands between them.
  const plain = body.replaceAll(/<[^>]+>|\u200b/g, "")
  const at = plain.lastIndexOf(title)
  return at === -1 ? "" : plain.slice(at, at + 260)
}

test("issue 3 line 10: three years with exceptions and a change in the middle come out right on every page", async () => {
  const list = (await ask("/my/listings", editor)).location
  const page = await ask(`${list}/new`, editor)
  const { location } = await ask(list, { ...editor, form: { ...hiddenFields(page.body, list), ...filled } })
  const id = location.split("/").at(-1) ?? ""
  // Front and area pages show the six that come next: nothing else is public here.
  await program.ownerPool.query("update listings set state = 'draft' where public_id <> $1", [id])
  const group = /\/my(\/organisations\/\w+)/.exec(list)?.[1] ?? ""
  const cards = [`/listings?q=${title}`, "/areas/abeno", group, "/"]
  const moveOn = async (now: string) => {
    clock.set(now)
    const job = program.worker.jobs.find(({ name }) => name === "listings.move-on")
    const context = { ...program.base, actor: {} as never, signal: new AbortController().signal }
    await job?.run(context, {} as never)
  }
  const everywhere = async (...words: readonly string[]) => {
    for (const path of cards) for (const word of words) expect(await said(path), path).toContain(word)
    const { body } = await ask(`/listings/${id}`)
    for (const word of words) expect(body.replaceAll(/<[^>]+>/g, "")).toContain(word)
  }

  await everywhere("6月10日（水）", "10:30から11:00まで", "毎週水曜日")
  expect((await ask(`/listings/${id}`)).body).toContain("2027年6月1日（火）から")

  await moveOn("2026-08-12T10:00:00+09:00")
  for (const path of cards.slice(0, 3)) {
    expect(await said(path), path).toContain("8月19日（水）")
    expect(await said(path), path).not.toContain("8月12日")
  }
  const holiday = await ask(`/listings?q=${title}&from=2026-08-12&to=2026-08-12`)
  expect(holiday.body).toContain("見つかりませんでした")

  await moveOn("2027-06-02T10:31:00+09:00")
  for (const path of cards.slice(0, 3)) {
    expect(await said(path), path).toContain("6月3日（木）")
    expect(await said(path), path).toContain("15:00から16:00まで")
    expect(await said(path), path).toContain("毎週木曜日")
  }
  await moveOn("2027-06-03T14:50:00+09:00")
  await everywhere("6月3日（木）", "15:00から16:00まで", "毎週木曜日")

  await moveOn("2029-05-31T15:59:00+09:00")
  await everywhere("5月31日（木）", "15:00から16:00まで")
  await moveOn("2029-05-31T16:00:00+09:00")
  for (const path of cards) expect(await said(path), path).not.toContain("15:00")
  expect((await ask(`/listings/${id}`)).body).toContain("終わりました")
})
