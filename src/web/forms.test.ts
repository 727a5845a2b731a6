import { Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { expect, test } from "vitest"
import { z } from "zod"
import type { WebEnv } from "#web/context.ts"
import { line, optionalLine, optionalLink, optionalText, readForm } from "#web/forms.ts"

const errorOf = (
  schema: { safeParse: (value: unknown) => { error?: { issues: { message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues[0]?.message

test.each(["https://example.jp/a?b=c", "http://日本語.example.jp/", "https://example.jp/@name", ""])(
  "a link to %s is taken",
  (typed) => {
    expect(optionalLink().parse(typed)).toBe(typed)
  },
)

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "ftp://example.jp/",
  "//example.jp/",
  "https://city.example.jp@evil.example/",
  "https://user:secret@evil.example/",
])("bad input: %s is no link", (typed) => {
  expect(errorOf(optionalLink(), typed)).toBe("web:error.link")
})

const app = new Hono<WebEnv>()
  .post("/", async (c) => c.json((await readForm(c, z.object({ name: optionalText(10) }))).input))
  .onError((error, c) => c.text("", error instanceof HTTPException ? error.status : 500))

const send = (body: string, type = "multipart/form-data; boundary=XX") =>
  app.request("/", { method: "POST", body, headers: { "content-type": type } })

const part = '--XX\r\nContent-Disposition: form-data; name="name"\r\n\r\n花\r\n'

test("a form in parts is read as any other", async () => {
  expect(await (await send(`${part}--XX--\r\n`)).json()).toEqual({ name: "花" })
})

test.each([
  ["no parts", "--XX\r\ngarbage", undefined],
  ["nothing", "", undefined],
  ["an end cut off", `${part}--`, undefined],
  ["no boundary", `${part}--XX--\r\n`, "multipart/form-data"],
])("bad input: a body of parts with %s is refused as the sender's fault", async (_, body, type) => {
  expect((await send(body, type)).status).toBe(400)
})

test("bad input: a name has one line, so that it adds none to a mail or its subject", () => {
  expect(line(100).parse("花の会\n\nBcc: x@example.jp")).toBe("花の会 Bcc: x@example.jp")
  expect(optionalLine(100).parse("花\tの\u2028会")).toBe("花 の 会")
  expect(line(100).parse("花　の  会")).toBe("花　の  会")
  expect(optionalLine(100).parse(undefined)).toBe("")
})
