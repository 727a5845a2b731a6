import { describe, expect, test } from "vitest"
import * as sent from "#test/support/files.ts"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, program } = await testProgram()

const { rows } = await program.ownerPool.query<{ id: string }>(
  `select l.public_id as id from listings l join organisations o on o.id = l.organisation_id
   join accounts a on a.id = o.applicant_id
   where l.state = 'published' and l.next_at is not null and a.email = 'group-editor@demo.example.jp'
   order by l.next_at limit 1`,
)
const id = rows[0]?.id ?? ""
const path = `/my/listings/${id}/files`

const send = async (role: string, bytes: Uint8Array, name: string): Promise<string> => {
  const files = { [`${role}-file`]: [new File([new Uint8Array(bytes)], name)] }
  const { status } = await ask(path, { as: "group-editor", form: { role }, files })
  expect(status).toBe(303)
  const newest = "select public_id as id from files order by files.id desc limit 1"
  return (await program.ownerPool.query<{ id: string }>(newest)).rows[0]?.id ?? ""
}

describe("issue 3 lines 8 and 16: picture and flyer of a listing", () => {
  test("the page of its files, in each language", async () => {
    for (const lang of ["ja", "en"]) {
      const { status, body } = await ask(`${path}?lang=${lang}`, { as: "group-editor" })
      expect(status).toBe(200)
      expect(await htmlProblems(body)).toEqual([])
    }
    expect((await ask(`/my/listings/${id}`, { as: "group-editor" })).body).toContain(`href="${path}"`)
  })

  test("with its words the picture is on the page and on the cards, and kept pages are made anew", async () => {
    const file = await send("picture", await sent.photograph(), "花壇.jpg")
    for (const page of [`/listings/${id}`, "/listings"]) expect((await ask(page)).body).not.toContain(file)
    const { body } = await ask(path, { as: "group-editor" })
    const { _version = "" } = hiddenFields(body, `${path}/${file}`)
    const words = { act: "save", _version, [`alt-${file}`]: "花に水をやる人たち" }
    expect((await ask(`${path}/${file}`, { as: "group-editor", form: words })).status).toBe(303)
    for (const page of [`/listings/${id}`, "/listings"]) {
      const shown = await ask(page)
      expect(shown.body).toContain(`/files/${file}/card`)
      expect(shown.body).toContain('alt="花に水をやる人たち"')
      expect(await htmlProblems(shown.body)).toEqual([])
    }
    expect((await ask(`/files/${file}/card`)).status).toBe(200)
  })

  test("the flyer is a link that says its type and size, and is saved under its name", async () => {
    const file = await send("flyer", await sent.flyer(), "水やり チラシ.pdf")
    const page = await ask(`/listings/${id}`)
    expect(page.body).toMatch(
      new RegExp(`href="/files/${file}/full"[\\s\\S]*?水やり チラシ.pdf</span>（PDF・1KB）`),
    )
    for (const lang of ["en", "ja-easy"])
      expect(await htmlProblems((await ask(`/listings/${id}?lang=${lang}`)).body)).toEqual([])
    const saved = await ask(`/files/${file}`)
    expect(saved.headers.get("content-type")).toBe("application/pdf")
    expect(saved.headers.get("content-disposition")).toContain("attachment; ")
    expect(saved.body.startsWith("%PDF-")).toBe(true)
  })

  test("X13: hidden with its listing, and given to its group and its office only", async () => {
    const { rows } = await program.ownerPool.query<{ id: string }>(
      "select public_id as id from files where role = 'flyer' limit 1",
    )
    const file = rows[0]?.id ?? ""
    const hide = { as: "ward-officer-abeno", form: { reason: "内容を確かめています" } }
    expect((await ask(`/staff/listings/${id}/hiding`, hide)).status).toBe(303)
    expect((await ask(`/files/${file}`)).status).toBe(404)
    expect((await ask(`/files/${file}`, { as: "citizen" })).status).toBe(404)
    expect((await ask(`/files/${file}`, { as: "group-editor" })).status).toBe(200)
    expect((await ask(`/staff/files/${file}`, { as: "ward-officer-abeno" })).status).toBe(200)
    expect((await ask(`/staff/files/${file}`, { as: "ward-officer-hirano" })).status).toBe(404)
  })
})
