import { expect, test } from "vitest"
import { commonPasswords } from "./auth/common-passwords.ts"
import { address, codeForm, grantForm, nextPath, passwordForm } from "./schema.ts"

const errorOf = (
  schema: { safeParse: (value: unknown) => { error?: { issues: { message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues[0]?.message

test.each([
  ["name@example.jp", "name@example.jp"],
  ["  Name@Example.JP ", "name@example.jp"],
  ["ｎａｍｅ＠ｅｘａｍｐｌｅ．ｊｐ", "name@example.jp"],
  ["o'brien+tag@sub.example.co.jp", "o'brien+tag@sub.example.co.jp"],
  ["..a.b-c_d/e..@docomo.example.jp", "..a.b-c_d/e..@docomo.example.jp"],
  ["名前@日本語.example.jp", "名前@日本語.example.jp"],
])("an address typed as %s is taken", (typed, read) => {
  expect(address().parse(typed)).toBe(read)
})

test.each([
  "name",
  "name@",
  "@example.jp",
  "a@b",
  "a@b@c.jp",
  "a b@c",
  "<a@b.jp>",
  "a@b.jp,c@d.jp",
  "a@b.jp\nBcc: c@d.jp",
  // What mail programs read as a group or a comment goes to a@b.jp all the same, past the limits of that address.
  "x:a@b.jp",
  "(x)a@b.jp",
  "a(x)@b.jp",
  "a@b.jp(x).jp",
  "a@[127.0.0.1].jp",
  "a@b.jp/",
  "a\\@b.jp",
])("%s is no address", (typed) => {
  expect(errorOf(address(), typed)).toBe("web:error.mail")
})

test.each(["123456", "１２３４５６", " 123 456 ", "123-456"])("a code typed as %s is taken", (typed) => {
  expect(codeForm.parse({ code: typed }).code).toBe("123456")
})

test.each(["12345", "1234567", "12345a", "十二三四五六"])("%s is no code", (typed) => {
  expect(errorOf(codeForm, { code: typed })).toBe("accounts:error.code-form")
})

test.each([
  ["/my/organisations", "/my/organisations"],
  ["/staff?lang=en", "/staff?lang=en"],
  ["https://evil.example", ""],
  ["//evil.example", ""],
  ["/\\evil.example", ""],
  ["/a\\b", ""],
  ["javascript:alert(1)", ""],
  ["my", ""],
  [`/${"x".repeat(600)}`, ""],
])("after signing in one goes to %s only inside the site", (asked, allowed) => {
  expect(nextPath().parse(asked)).toBe(allowed)
})

test("acceptance 16: a password has ten characters, counted as people see them", () => {
  expect(errorOf(passwordForm, { password: "九文字の合言葉です" })).toBe("accounts:error.password-short")
  expect(errorOf(passwordForm, { password: "十文字の長い合言葉です" })).toBeUndefined()
  expect(errorOf(passwordForm, { password: "x".repeat(129) })).toBe("web:error.too-long")
})

test("acceptance 16: what everybody chooses is no password", () => {
  expect(commonPasswords.size).toBeGreaterThanOrEqual(200)
  expect([...commonPasswords].filter((word) => word.length < 10 || word !== word.toLowerCase())).toEqual([])
  for (const password of ["1234567890", "Password123", "ＱＷＥＲＴＹＵＩＯＰ", "sakura1234"])
    expect(errorOf(passwordForm, { password })).toBe("accounts:error.password-common")
})

test("a post needs a day of the calendar, a known role and programme", () => {
  const good = {
    address: "a@b.jp",
    body: "0197b7a0-0000-7000-8000-000000000000",
    programme: "*",
    role: "officer",
    from: "令和8年4月1日",
  }
  expect(grantForm.parse(good)).toMatchObject({ to: null, areas: [], name: "" })
  expect(grantForm.parse(good).from.toString()).toBe("2026-04-01")
  expect(errorOf(grantForm, { ...good, from: "2026-02-30" })).toBe("web:error.day")
  expect(errorOf(grantForm, { ...good, to: "tomorrow" })).toBe("web:error.day")
  expect(errorOf(grantForm, { ...good, body: "city" })).toBe("web:error.choice")
  expect(grantForm.safeParse({ ...good, role: "king" }).success).toBe(false)
  expect(grantForm.safeParse({ ...good, programme: "everything" }).success).toBe(false)
})
