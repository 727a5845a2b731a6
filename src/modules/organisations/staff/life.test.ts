import { describe, expect, test } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { program, ask } = await testProgram()

const groupOf = async (mail: string): Promise<string> => {
  const { rows } = await program.ownerPool.query<{ id: string }>(
    `select o.public_id as id from organisations o join memberships m on m.organisation_id = o.id
     join accounts a on a.id = m.account_id where o.state = 'registered' and a.email = $1
     order by o.created_at limit 1`,
    [mail],
  )
  return rows[0]?.id ?? ""
}
const city = { as: "city-officer" }
const own = await groupOf("group-editor@demo.example.jp")
const other = await groupOf("group-editor-2@demo.example.jp")

describe("issue 3 line 6: the pages of a merge", () => {
  test("issue 3 line 6: chosen field by field, the old address answers 301, and back again", async () => {
    const path = `/staff/organisations/${own}/merge`
    expect(await htmlProblems((await ask(path, city)).body)).toEqual([])
    const chooser = await ask(`${path}?with=${other}`, city)
    expect(await htmlProblems(chooser.body)).toEqual([])
    const hidden = hiddenFields(chooser.body, path)
    const unsure = await ask(`${path}?with=${other}`, { ...city, form: hidden })
    expect(unsure.status).toBe(422)
    const done = await ask(`${path}?with=${other}`, { ...city, form: { ...hidden, sure: "yes" } })
    expect(done.status).toBe(303)
    const old = await ask(`/organisations/${other}`)
    expect([old.status, old.location]).toEqual([301, `/organisations/${own}`])
    const after = await ask(path, city)
    const undoing = /action="(\/staff\/merges\/[^"]+)"/.exec(after.body)?.[1] ?? ""
    expect((await ask(undoing, { ...city, form: {} })).status).toBe(303)
    expect((await ask(`/organisations/${other}`)).status).toBe(200)
  })
})

describe("issue 3 lines 4 and 5: pages", () => {
  test.each([
    ["group-editor", `/my/organisations/${own}/members`],
    ["ward-officer-abeno", `/staff/organisations/${own}/members`],
    ["ward-officer-abeno", "/staff/organisations/stale"],
    [undefined, `/organisations/${own}/outdated`],
    [undefined, `/organisations/${own}/outdated?lang=ja-easy`],
    [undefined, `/organisations/${own}/outdated?lang=en`],
  ])("issue 3 line 5: %s reads %s, and it is valid", async (as, path) => {
    const { status, body } = await ask(path, as ? { as } : {})
    expect(status).toBe(200)
    expect(await htmlProblems(body)).toEqual([])
  })

  test("issue 3 line 5: a proposal waits under today, and is read word by word", async () => {
    const page = await ask(`/organisations/${own}/outdated`)
    const form = { ...hiddenFields(page.body, `/organisations/${own}/outdated`), name: "あべの緑と花の会" }
    expect((await ask(`/organisations/${own}/outdated`, { form })).status).toBe(303)
    const today = await ask("/staff", { as: "ward-officer-abeno" })
    const href = /\/staff\/change-requests\/[0-9a-f-]+/.exec(today.body)?.[0] ?? ""
    const request = await ask(href, { as: "ward-officer-abeno" })
    expect(await htmlProblems(request.body)).toEqual([])
    expect(request.body).toContain("<ins>")
    const mine = `/my/organisations/${own}/requests/${href.split("/").at(-1)}`
    expect(await htmlProblems((await ask(mine, { as: "group-editor" })).body)).toEqual([])
    expect((await ask(mine, { as: "group-editor-2" })).status).toBe(404)
    const { _version = "" } = hiddenFields(request.body, "/staff/change-requests")
    const settled = await ask(mine, { as: "group-editor", form: { _version, accepted: "name" } })
    expect(settled.status).toBe(303)
    expect((await ask(`/organisations/${own}`)).body).toContain("あべの緑と花の会")
  })

  test("issue 3 line 4: an invitation's page says what one agrees to, and that the address differs", async () => {
    const members = `/my/organisations/${own}/members`
    const form = { address: "neu@example.jp", role: "editor", word: "いっしょにやりましょう" }
    const sent = await ask(`/my/organisations/${own}/invitations`, { as: "group-editor", form })
    expect([sent.status, sent.location]).toEqual([303, members])
    const { rows } = await program.ownerPool.query<{ link: string }>(
      "select link from messages where template = 'organisations.invitation' order by created_at desc limit 1",
    )
    const path = new URL(rows[0]?.link ?? "").pathname
    const before = await ask(path)
    expect(before.body).toContain("/sign-in?next=")
    expect(await htmlProblems(before.body)).toEqual([])
    const seen = await ask(path, { as: "citizen" })
    expect(seen.body).toContain("招待は別のアドレスに届きました")
    expect(await htmlProblems(seen.body)).toEqual([])
    expect((await ask(path, { as: "citizen", form: {} })).location).toBe(`/my/organisations/${own}`)
    expect((await ask(members, { as: "citizen" })).status).toBe(200)
    expect((await ask(path)).status).toBe(410)
  })
})
