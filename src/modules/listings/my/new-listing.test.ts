import { expect, test } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask } = await testProgram()
const editor = { as: "group-editor" }
const list = (await ask("/my/listings", editor)).location

const filled = {
  intent: "publish",
  kind: "volunteer",
  title: "写真係、30分から",
  what: "催しの写真をとります。",
  howToJoin: "電話をください。",
  "schedule.way": "any-time",
  placeName: "花の家",
  station: "地下鉄 花駅",
  stationMinutes: "４分",
  entry: "apply",
  byPhone: "06-6600-0999",
  insurer: "group",
  insurancePlan: "ボランティア活動保険",
  minutes: "30",
  skills: "写真",
  capacityNumber: "3人",
  scope: "areas",
  areas: "271195",
  fields: "7",
}

const send = async (change: object = {}) => {
  const page = await ask(`${list}/new`, editor)
  return ask(list, { ...editor, form: { ...hiddenFields(page.body, list), ...filled, ...change } })
}

test("activity-publishing.U1: short time and skill are said, found and shown; the phone can be pressed", async () => {
  const done = await send()
  expect(done.status).toBe(303)
  const id = done.location.split("/").at(-1) ?? ""
  const found = await ask("/listings?area=abeno&minutes=30&feature=skills")
  expect(found.body).toContain(`href="/listings/${id}"`)
  const { body } = await ask(`/listings/${id}`)
  for (const words of ["30分から", "特技を生かす", "地下鉄 花駅", "3人", 'href="tel:06-6600-0999"', "保険"])
    expect(body).toContain(words)
  expect(await htmlProblems(body)).toEqual([])
})

test("issue 3 line 8: a new one begins with where and whom to ask from the last, never with what and when", async () => {
  await send({ title: "前回の会" })
  const { body } = await ask(`${list}/new`, editor)
  expect(await htmlProblems(body)).toEqual([])
  expect(body).toContain("前回の掲載から")
  for (const kept of ['value="花の家"', 'value="06-6600-0999"', 'value="ボランティア活動保険"'])
    expect(body).toContain(kept)
  for (const gone of ["前回の会", "催しの写真をとります。"]) expect(body).not.toContain(gone)
  // What stands in a fold is said on it.
  expect(body).toMatch(/fold-said" data-said="true">[^<]*ボランティア活動保険/)
})

test("bad input: a mistake inside a fold opens it, and nothing typed is lost", async () => {
  const { status, body } = await send({ ageFrom: "12", ageTo: "6", bring: "軍手" })
  expect(status).toBe(422)
  expect(body).toContain('href="#field-ageTo"')
  expect(body).toContain('value="軍手"')
  expect(body).toMatch(/<details class="fold" open="">(?:(?!<\/details>)[\s\S])*id="field-ageTo"/)
  expect(await htmlProblems(body)).toEqual([])
})

test("X17: a group cannot enter a scheme, whatever it sends", async () => {
  const { status, body } = await send({
    kind: "support",
    provider: "わたしたち",
    target: "だれでも",
    amount: "1円",
  })
  expect(status).toBe(422)
  expect(body).toContain('id="field-kind-error"')
})

test("activity-publishing.R4: what the form says it takes is what publishing asks for", async () => {
  const links = (html = "") => [...html.matchAll(/href="#(field-[\w-]+)"/g)].map(([, id]) => id)
  const page = await ask(`${list}/new`, editor)
  const said = links(/<still-missing.*?<\/still-missing>/s.exec(page.body)?.[0])
  const nothing = { what: "", howToJoin: "", placeName: "", byPhone: "", scope: "", areas: "", fields: "" }
  const refused = await send({ ...nothing, kind: "event", "schedule.way": "dates" })
  expect(refused.status).toBe(422)
  const asked = links(/<section class="error-summary.*?<\/section>/s.exec(refused.body)?.[0])
  // Which day is asked for under the way of setting it; the title is asked for before all else.
  const places = asked.map((id) => (id?.startsWith("field-schedule") ? "field-schedule-way" : id))
  expect(new Set(["field-title", ...places])).toEqual(new Set(said))
})
