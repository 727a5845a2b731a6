import { expect, test } from "vitest"
import { optionalLink } from "#web/forms.ts"

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
