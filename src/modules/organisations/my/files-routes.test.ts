import sharp from "sharp"
import { describe, expect, test } from "vitest"
import * as sent from "#test/support/files.ts"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, program } = await testProgram()

const { rows } = await program.ownerPool.query<{ id: string }>(
  `select o.public_id as id from organisations o join memberships m on m.organisation_id = o.id
   join accounts a on a.id = m.account_id
   where o.state = 'registered' and a.email = 'group-editor@demo.example.jp' order by o.created_at limit 1`,
)
const id = rows[0]?.id ?? ""
const path = `/my/organisations/${id}/files`

const named = (bytes: Uint8Array, name: string, type = "image/jpeg"): File =>
  new File([new Uint8Array(bytes)], name, { type })

const send = (role: string, files: readonly File[], to = path, as = "group-editor") =>
  ask(to, { as, form: { role }, files: { [`${role}-file`]: files } })

const newest = async (): Promise<{ id: string; state: string; removed: boolean }> => {
  const { rows } = await program.ownerPool.query<{ id: string; state: string; removed: boolean }>(
    "select public_id as id, state, removed_at is not null as removed from files order by files.id desc limit 1",
  )
  return rows[0] ?? { id: "", state: "", removed: false }
}

const count = async (): Promise<number> =>
  Number((await program.ownerPool.query<{ n: string }>("select count(*) as n from files")).rows[0]?.n)

const change = async (file: string, act: string, words: Readonly<Record<string, string>> = {}) => {
  const page = await ask(path, { as: "group-editor" })
  const { _version = "" } = hiddenFields(page.body, `${path}/${file}`)
  return ask(`${path}/${file}`, { as: "group-editor", form: { act, _version, ...words } })
}

describe("issue 3 line 16: pictures of a group", () => {
  test("the page says what can be put there, and validates in each language", async () => {
    for (const lang of ["ja", "en"]) {
      const { status, body } = await ask(`${path}?lang=${lang}`, { as: "group-editor" })
      expect(status).toBe(200)
      expect(await htmlProblems(body)).toEqual([])
    }
  })

  test("issue 3 line 16: a file's name with signs that no text needs is kept without them", async () => {
    const name = "花\u0000だ\u0007ん\u202E.jpg"
    expect((await send("picture", [named(await sent.photograph(), name)])).status).toBe(303)
    const { id: file } = await newest()
    const { rows: kept } = await program.ownerPool.query("select name from files where public_id = $1", [
      file,
    ])
    expect(kept).toEqual([{ name: "花 だ ん.jpg" }])
    await change(file, "remove")
  })

  test("line 1: a picture is public once it has words, without its position, and gone when removed", async () => {
    const done = await send("picture", [named(await sent.photograph(), "花壇.jpg")])
    expect([done.status, done.location]).toEqual([303, path])
    const { id: file, state } = await newest()
    expect(state).toBe("usable")

    // Without words only its own people are given it, and no one else knows of it.
    expect((await ask(`/files/${file}/card`)).status).toBe(404)
    const own = await ask(`/files/${file}/card`, { as: "group-editor" })
    expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, no-store"])
    expect((await ask(`/files/${file}/card`, { as: "group-editor-2" })).status).toBe(404)
    expect((await ask(`/organisations/${id}`)).body).not.toContain(file)
    expect((await ask(path, { as: "group-editor" })).body).toContain("説明がないので、まだ公開していません")

    const alt = "花壇に苗を植える人たち"
    expect((await change(file, "save", { [`alt-${file}`]: alt })).status).toBe(303)
    const page = await ask(`/organisations/${id}`)
    expect(page.body).toContain(`alt="${alt}"`)
    expect(page.body).toContain(`srcset="/files/${file}/thumb 320w`)
    expect(await htmlProblems(page.body)).toEqual([])
    const shown = await ask(`/files/${file}/full`)
    expect(shown.status).toBe(200)
    expect(shown.headers.get("content-type")).toBe("image/webp")
    expect(shown.headers.get("x-content-type-options")).toBe("nosniff")
    expect(shown.headers.get("content-security-policy")).toContain("sandbox")
    expect(shown.headers.get("cache-control")).toMatch(/^public, .*immutable/)
    expect(shown.headers.get("content-disposition")).toBe(
      `inline; filename="file.webp"; filename*=UTF-8''${encodeURIComponent("花壇.webp")}`,
    )
    expect((await sharp(shown.bytes).metadata()).exif).toBeUndefined()
    const again = await ask(`/files/${file}/full`, {
      headers: { "if-none-match": shown.headers.get("etag") ?? "" },
    })
    expect(again.status).toBe(304)

    expect((await change(file, "remove")).status).toBe(303)
    expect((await ask(`/files/${file}/full`)).status).toBe(404)
    expect((await ask(`/organisations/${id}`)).body).not.toContain(file)
    expect((await change(file, "restore")).status).toBe(303)
    expect((await ask(`/files/${file}/full`)).status).toBe(200)
  })

  test("several at once come in, and change places", async () => {
    const before = await count()
    const files = [
      named(await sent.plainPicture(), "一.png"),
      named(await sent.plainPicture(50, 50), "二.png"),
    ]
    expect((await send("picture", files)).status).toBe(303)
    expect(await count()).toBe(before + 2)
    const { id: last } = await newest()
    const order = async () =>
      [...(await ask(path, { as: "group-editor" })).body.matchAll(/id="file-(\w+)"/g)].map(([, file]) => file)
    const was = await order()
    await change(last, "earlier")
    const is = await order()
    expect(is.indexOf(last)).toBe(was.indexOf(last) - 1)
    for (const file of [last, was.at(-2) ?? ""]) await change(file, "remove")
  })

  test("a new logo takes the place of the old one, but only when it can be used", async () => {
    await send("logo", [named(await sent.plainPicture(), "logo.png")])
    const { id: first } = await newest()
    expect((await ask(`/organisations/${id}`)).body).toContain(`/files/${first}/card`)
    const refused = await send("logo", [named(sent.zip, "logo.png")])
    expect(refused.status).toBe(422)
    expect((await ask(`/organisations/${id}`)).body).toContain(`/files/${first}/card`)
    await send("logo", [named(await sent.plainPicture(40, 40), "new.png")])
    const page = (await ask(`/organisations/${id}`)).body
    expect(page).not.toContain(first)
    expect(page).toContain((await newest()).id)
  })

  test("X17: the second of two who write the words is told, and sees both", async () => {
    await send("picture", [named(await sent.plainPicture(70, 70), "三.png")])
    const { id: file } = await newest()
    const both = { act: "save", _version: "1" }
    await ask(`${path}/${file}`, { as: "group-editor", form: { ...both, [`alt-${file}`]: "一人目" } })
    const second = await ask(`${path}/${file}`, {
      as: "group-editor",
      form: { ...both, [`alt-${file}`]: "二人目" },
    })
    expect(second.status).toBe(409)
    expect(second.body).toContain("一人目")
    expect(second.body).toContain('value="二人目"')
    expect(await htmlProblems(second.body)).toEqual([])
    await change(file, "remove")
  })
})

describe("issue 3 line 16: what is refused is refused in words, and leaves nothing behind", () => {
  test.each([
    ["a zip named .png", "picture", () => sent.zip, "写真.png", "中身が写真ではありません"],
    ["an SVG with script", "picture", () => sent.svg, "絵.png", "SVGの絵は"],
    ["a picture of a telephone", "picture", () => sent.heic, "IMG_0001.HEIC", "iPhoneは"],
    ["a PDF with script", "document", sent.scripted, "会則.pdf", "動くしかけ"],
    ["a PDF with a program inside", "document", sent.carrying, "会則.pdf", "別のファイルが入っています"],
    ["a pixel bomb", "picture", sent.pixelBomb, "大.png", "縦横が大きすぎます"],
  ])("%s", async (_what, role, make, name, words) => {
    const before = await count()
    const { status, body } = await send(role, [named(await make(), name)])
    expect(status).toBe(422)
    expect(body).toContain(words)
    expect(body).toContain(`href="#field-${role}-file"`)
    expect(await htmlProblems(body)).toEqual([])
    expect(await count()).toBe(before)
  })

  test("a picture of 30 MB: 413, the page again with what to do", async () => {
    const before = await count()
    const { status, body } = await send("picture", [
      named(Buffer.alloc(30 * 1024 * 1024, 1), "大きい写真.jpg"),
    ])
    expect(status).toBe(413)
    expect(body).toContain("ファイルが大きすぎます。小さくして")
    expect(body).toContain('href="#field-picture-file"')
    expect(await count()).toBe(before)
  })

  test("no file chosen", async () => {
    const { status, body } = await send("document", [])
    expect([status, body.includes("ファイルを選んでください")]).toEqual([422, true])
  })

  test("the same form twice is one file", async () => {
    const before = await count()
    const form = { role: "document", _key: crypto.randomUUID() }
    const files = { "document-file": [named(await sent.flyer(), "会則.pdf", "application/pdf")] }
    const both = await Promise.all([1, 2].map(() => ask(path, { as: "group-editor", form, files })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await count()).toBe(before + 1)
    expect((await ask(`/organisations/${id}`)).body).toContain("会則.pdf</span>（PDF・")
  })

  test("a large body is listened to by nobody where no file is expected, nor from strangers", async () => {
    const files = { "picture-file": [named(Buffer.alloc(2 * 1024 * 1024), "a.jpg")] }
    const elsewhere = await ask(`/my/organisations/${id}/confirmation`, {
      as: "group-editor",
      form: {},
      files,
    })
    expect(elsewhere.status).toBe(413)
    expect((await ask(path, { form: { role: "picture" }, files })).status).toBe(413)
    expect((await ask(path, { as: "group-editor-2", form: { role: "picture" }, files })).status).toBe(403)
  })
})

describe("issue 3 lines 2 and 16: the paper that a registration came on", () => {
  test("the office keeps it, and only the office is given it", async () => {
    const office = `/staff/organisations/${id}/files`
    const done = await send(
      "scan",
      [named(await sent.photograph(), "申込書.jpg")],
      office,
      "ward-officer-abeno",
    )
    expect(done.status).toBe(303)
    const { id: file } = await newest()
    expect((await ask(`/staff/files/${file}/full`, { as: "ward-officer-abeno" })).status).toBe(200)
    expect((await ask(`/staff/files/${file}/full`, { as: "ward-officer-hirano" })).status).toBe(404)
    for (const as of ["group-editor", "citizen", "ward-officer-abeno"])
      expect((await ask(`/files/${file}/full`, { as })).status).toBe(404)
    expect((await ask(`/files/${file}/full`)).status).toBe(404)
    expect((await ask(path, { as: "group-editor" })).body).not.toContain(file)
    expect((await send("scan", [named(await sent.plainPicture(), "a.png")])).status).toBe(422)
    const page = await ask(office, { as: "ward-officer-abeno" })
    expect(page.body).toContain(`/staff/files/${file}/thumb`)
    expect(await htmlProblems(page.body)).toEqual([])
  })
})
