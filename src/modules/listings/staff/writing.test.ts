import { describe, expect, test } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, program, clock } = await testProgram()
const city = { as: "city-officer" }
const abeno = { as: "ward-officer-abeno" }

const scheme = {
  kind: "support",
  title: "花と緑の助成",
  what: "花を植える費用を助成します。",
  provider: "みどり財団",
  target: "市内の団体",
  amount: "10万円まで",
  howToJoin: "申請書を出してください。",
  byPhone: "06-0000-0000",
  "apply.day": "2026-06-20",
  scope: "whole-city",
  fields: "7",
}

const meeting = {
  kind: "meeting",
  title: "区の円卓",
  what: "区で活動する人が話します。",
  howToJoin: "当日お越しください。",
  "schedule.way": "dates",
  "schedule.dates.0.first": "2026-06-27",
  "schedule.dates.0.start": "18:00",
  placeName: "区役所",
  online: "yes",
  joinAddress: "https://meet.example.jp/secret-table",
  joinAddressShown: "joining",
  scope: "areas",
  areas: "271195",
  districts: "常盤",
  fields: "3",
  theme: "居場所",
}

const publish = async (who: { as: string }, form: Record<string, string>) => {
  const page = await ask("/staff/listings/new", who)
  return ask("/staff/listings", { ...who, form: { ...hiddenFields(page.body, "/staff/listings"), ...form } })
}
/** Whether the list holds it: titles are broken at phrases there. */
const isListed = async (query: string, id: string): Promise<boolean> =>
  (await ask(`/listings?${query}`)).body.includes(`href="/listings/${id}"`)
const publicIdOf = ({ location }: { readonly location: string }): string => location.split("/").at(-1) ?? ""

describe("issue 3 line 7: an office publishes in its own name", () => {
  test("civic-portal.U2: days left; the day after the deadline 受付終了, and out of the open list", async () => {
    const form = await ask("/staff/listings/new?kind=support", city)
    expect(await htmlProblems(form.body)).toEqual([])
    const done = await publish(city, scheme)
    expect(done.status).toBe(303)
    const path = `/listings/${publicIdOf(done)}`
    const before = (await ask(path)).body
    expect(before).toContain("申し込みは6月20日（土）まで")
    expect(before).toContain("あと10日")
    expect(before).toContain("みどり財団")
    expect(await htmlProblems(before)).toEqual([])
    const id = publicIdOf(done)
    expect(await isListed("kind=support&open=1", id)).toBe(true)

    clock.set("2026-06-20T23:59:00+09:00")
    expect((await ask(path)).body).toContain("きょうまで")
    expect(await isListed("kind=support", id)).toBe(true)
    clock.set("2026-06-21T00:00:00+09:00")
    expect((await ask(path)).body).toContain("受付終了")
    expect(await isListed("kind=support", id)).toBe(false)
    expect(await isListed("kind=support&open=1", id)).toBe(false)
    expect(await isListed("kind=support&when=past", id)).toBe(true)
    clock.set("2026-06-10T10:00:00+09:00")
  })

  test("civic-portal.U2: a period without an end stays open; one that is over is refused", async () => {
    const endless = await publish(city, { ...scheme, title: "いつでも相談できる制度", "apply.day": "" })
    expect(endless.status).toBe(303)
    expect(await isListed("kind=support&open=1", publicIdOf(endless))).toBe(true)
    const over = await publish(city, { ...scheme, "apply.day": "2026-06-09" })
    expect(over.status).toBe(422)
    expect(over.body).toContain("しめ切りが過ぎています")
    expect(over.body).toContain("みどり財団")
  })

  test("civic-portal.R3: it counts once, as one of the office's own", async () => {
    const done = await publish(city, { ...scheme, title: "数える制度" })
    const { id } = await program.database
      .selectFrom("listings")
      .select("id")
      .where("publicId", "=", publicIdOf(done))
      .executeTakeFirstOrThrow()
    const figures = await program.database
      .selectFrom("figureEvents")
      .select(["delta", "dims"])
      .where("subjectId", "=", id)
      .execute()
    expect(figures).toEqual([{ delta: 1, dims: { kind: "support", source: "own" } }])
  })

  test("X17: a ward writes meetings, not schemes; another ward cannot change them, the group's people nothing", async () => {
    expect((await publish(abeno, scheme)).status).toBe(422)
    const done = await publish(abeno, meeting)
    expect(done.status).toBe(303)
    const path = `/staff/listings/${publicIdOf(done)}`
    expect((await ask(`${path}/edit`, { as: "ward-officer-hirano" })).status).toBe(403)
    const form = { ...meeting, _version: "1", title: "乗っ取り" }
    expect((await ask(path, { as: "ward-officer-hirano", form })).status).toBe(403)
    expect((await ask("/staff/listings/new", { as: "shakyo-officer" })).status).toBe(403)
    expect((await ask("/staff/listings", { as: "group-editor", form: meeting })).status).toBe(403)
    const edit = await ask(`${path}/edit`, abeno)
    expect(await htmlProblems(edit.body)).toEqual([])
    const again = { ...hiddenFields(edit.body, path), ...meeting, theme: "防災" }
    expect((await ask(path, { ...abeno, form: again })).status).toBe(303)
    expect((await ask(`/listings/${publicIdOf(done)}`)).body).toContain("防災")
    const late = { ...again, _key: crypto.randomUUID(), theme: "子ども" }
    expect((await ask(path, { ...abeno, form: late })).status).toBe(409)
  })

  test("X17: nobody corrects a group's listing from the office", async () => {
    const { publicId } = await program.database
      .selectFrom("listings")
      .select("publicId")
      .where("title", "like", "公園の花の水やり%")
      .executeTakeFirstOrThrow()
    expect((await ask(`/staff/listings/${publicId}/edit`, city)).status).toBe(403)
  })

  test("issue 3 line 7: the address to join is for those who join: on no page, in no search", async () => {
    const done = await publish(abeno, { ...meeting, title: "ひみつの円卓" })
    const path = `/listings/${publicIdOf(done)}`
    for (const page of [path, `${path}/print`, `${path}?lang=en`, "/listings?q=secret-table"]) {
      const { status, body } = await ask(page)
      expect(status).toBe(200)
      expect(
        body.replaceAll("?q=secret-table", "").replaceAll(/value="secret-table"|「secret-table」/g, ""),
      ).not.toContain("secret-table")
    }
    expect((await ask(`/staff${path}`, abeno)).body).toContain("meet.example.jp/secret-table")
    const open = await publish(abeno, { ...meeting, title: "開いた円卓", joinAddressShown: "everybody" })
    expect((await ask(`/listings/${publicIdOf(open)}`)).body).toContain("meet.example.jp/secret-table")
  })
})
