import { describe, expect, test } from "vitest"
import { htmlProblems } from "#web/ui/html-check.ts"
import { type Answer, testProgram } from "#test/support/program.ts"
import { usualLimits } from "../auth/limits.ts"

const { ask, program } = await testProgram()

const lastMail = async (address: string) => {
  const { rows } = await program.ownerPool.query<{ subject: string; link: string }>(
    "select subject, link from messages where address = $1 order by id desc limit 1",
    [address],
  )
  const [mail] = rows
  return {
    code: /\d{6}/.exec(mail?.subject ?? "")?.[0] ?? "",
    link: new URL(mail?.link ?? "http://none/").pathname,
  }
}

const request = async (address: string, next = "") => {
  const answer = await ask("/sign-in", { form: { address, next } })
  expect(answer.status).toBe(303)
  return { ...(await lastMail(address)), codePath: answer.location }
}

const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .filter((each) => each.startsWith("enishi.session_token="))
    .map((each) => each.split(";")[0])
    .join("; ")

/** What a page says, without readings and tags. */
const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")

/** The box with which somebody new agrees to the terms. */
const agreed = (body: string) => ({ _agreed: /name="_agreed" value="([^"]+)"/.exec(body)?.[1] ?? "" })

describe("signing in by mail", () => {
  test("acceptance 16: opened by a scanner, by GET or HEAD, the link signs nobody in; its button does, once", async () => {
    const { link } = await request("link@example.jp")
    for (const method of ["HEAD", "GET", "GET"]) {
      const looked = await ask(link, { method })
      expect(looked.status).toBe(200)
      expect(looked.headers.getSetCookie()).toEqual([])
    }
    const pressed = await ask(link, { form: {} })
    expect(pressed.status).toBe(303)
    expect(pressed.location).toBe("/my/profile?next=%2Fmy")
    const cookie = cookieOf(pressed)
    const profile = await ask("/my/profile?next=%2Fmy", { headers: { cookie } })
    expect(words(profile.body)).toContain("ようこそ。お名前を教えてください")
    const named = await ask("/my/profile", {
      headers: { cookie },
      form: { name: "森 さくら", lang: "ja", next: "/my", ...agreed(profile.body) },
    })
    expect(named.location).toBe("/my")
    expect((await ask(link, { form: {} })).status).toBe(422)
    expect((await ask(link)).status).toBe(410)
  })

  test("acceptance 16: the code signs in where one began, in whatever width its digits are typed", async () => {
    const { code, codePath } = await request("code@example.jp")
    const wide = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0))
    const answer = await ask(codePath, { form: { code: wide } })
    expect(answer.status).toBe(303)
    expect(cookieOf(answer)).not.toBe("")
  })

  test("acceptance 16: no address stands in an address, and no page of anonymous people sets a cookie", async () => {
    const { link, codePath } = await request("hidden@example.jp")
    expect(`${link} ${codePath}`).not.toMatch(/hidden|example|%40|@/)
    for (const path of ["/sign-in", codePath, link, "/sign-in/password", "/demo"])
      expect((await ask(path)).headers.getSetCookie()).toEqual([])
  })

  test("a code that is none, and one that is wrong, come back at the field with what was typed", async () => {
    const { code, codePath } = await request("mistyped@example.jp")
    const none = await ask(codePath, { form: { code: "12 3" } })
    expect(none.status).toBe(422)
    expect(none.body).toContain('value="12 3"')
    expect(words(none.body)).toContain("メールにある6けたの数字を入力してください")
    const wrong = await ask(codePath, { form: { code: code === "000000" ? "111111" : "000000" } })
    expect(wrong.status).toBe(422)
    expect(words(wrong.body)).toContain("数字が違います")
  })

  test.each([
    "",
    "name",
    "a@b",
    "😀",
    "<b>x</b>@example.jp",
    `${"x".repeat(1000)}@example.jp`,
    "a@b.jp\u0000",
  ])("%j is refused at the field, and nothing typed is lost", async (address) => {
    const answer = await ask("/sign-in", { form: { address, next: "/my/messages" } })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('aria-invalid="true"')
    expect(answer.body).toContain('value="/my/messages"')
    expect(answer.body).not.toContain("<b>x</b>")
  })

  test("bad input: a form of 2 MB is refused in words, and takes nobody's next request with it", async () => {
    const answer = await ask("/sign-in", { form: { address: "x".repeat(2_000_000) } })
    expect(answer.status).toBe(413)
    expect(words(answer.body)).toContain("大きすぎます")
    expect(answer.headers.get("connection")).toBe("close")
  })

  test("afterwards one stands where one wanted to be, but never on another site", async () => {
    const inside = await request("next@example.jp", "/my/messages")
    expect((await ask(inside.link, { form: {} })).location).toBe("/my/profile?next=%2Fmy%2Fmessages")
    const outside = await request("evil@example.jp", "//evil.example/")
    expect((await ask(outside.link, { form: {} })).location).toBe("/my/profile?next=%2Fmy")
  })

  test("acceptance 16: too many mails for one address answer with the time to wait, in plain words", async () => {
    for (let sent = 0; sent < usualLimits.mail.pair.points; sent++) await request("flooded@example.jp")
    const answer = await ask("/sign-in", { form: { address: "flooded@example.jp" } })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(60)
    expect(words(answer.body)).toMatch(/\d+(?:分|時間)ほど待って、もう一度お試しください/)
    expect(answer.body).toContain("flooded@example.jp")
    expect((await ask("/sign-in", { form: { address: "colleague@example.jp" } })).status).toBe(303)
  })
})

describe("with a password", () => {
  test("acceptance 16: set on one's page, it signs in; wrong, it is not shown again", async () => {
    const { link } = await request("pass@example.jp")
    const cookie = cookieOf(await ask(link, { form: {} }))
    const headers = { cookie }
    const profile = await ask("/my/profile", { headers })
    await ask("/my/profile", { headers, form: { name: "谷 直樹", lang: "ja", ...agreed(profile.body) } })
    const common = await ask("/my/password", { headers, form: { password: "password123" } })
    expect(common.status).toBe(422)
    expect(words(common.body)).toContain("よく使われるパスワードです")
    expect(common.body).not.toContain("password123")
    expect((await ask("/my/password", { headers, form: { password: "うめとさくらともみじ" } })).status).toBe(
      303,
    )
    const wrong = await ask("/sign-in/password", {
      form: { address: "pass@example.jp", password: "not this one" },
    })
    expect(wrong.status).toBe(422)
    expect(words(wrong.body)).toContain("メールアドレスかパスワードが違います")
    expect(wrong.body).not.toContain("not this one")
    const right = await ask("/sign-in/password", {
      form: { address: "pass@example.jp", password: "うめとさくらともみじ", next: "/my/sessions" },
    })
    expect(right.status).toBe(303)
    expect(right.location).toBe("/my/sessions")
    expect(cookieOf(right)).not.toBe("")
  })
})

describe("one's own account", () => {
  const signIn = async (userAgent: string): Promise<string> =>
    cookieOf(await ask("/demo/sign-in", { form: { person: "donor" }, headers: { "user-agent": userAgent } }))

  test("acceptance 16: devices are listed in words, this one is marked, and the others end", async () => {
    const phone = await signIn(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1",
    )
    const desk = await signIn(
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36 Edg/150.0",
    )
    const old = await signIn("curl/8")
    const list = await ask("/my/sessions", { headers: { cookie: desk } })
    expect(words(list.body)).toMatch(/WindowsのEdge .*この端末/)
    expect(words(list.body)).toContain("iPhoneのSafari")
    expect(words(list.body)).toContain("分からない端末")
    const [end] = /\/my\/sessions\/[0-9a-f-]{36}\/end/.exec(list.body) ?? []
    expect((await ask(end!, { headers: { cookie: phone }, form: {} })).status).toBe(303)
    expect((await ask("/my/sessions", { headers: { cookie: old } })).status).toBe(303)
    expect((await ask("/my/sessions/others/end", { headers: { cookie: desk }, form: {} })).status).toBe(303)
    expect((await ask("/my/sessions", { headers: { cookie: phone } })).location).toBe(
      "/sign-in?next=%2Fmy%2Fsessions",
    )
    expect((await ask("/my/sessions", { headers: { cookie: desk } })).status).toBe(200)
  })

  test("X17: a session of somebody else is not there", async () => {
    const mine = await signIn("mine")
    const { rows } = await program.ownerPool.query<{ id: string }>(
      "select s.id from account_sessions s join accounts a on a.id = s.user_id where a.email like 'administrator@%' limit 1",
    )
    const theirs = rows[0]?.id ?? "0197b7a0-0000-7000-8000-000000000000"
    expect((await ask(`/my/sessions/${theirs}/end`, { headers: { cookie: mine }, form: {} })).status).toBe(
      404,
    )
    expect((await ask("/my/sessions/nonsense/end", { headers: { cookie: mine }, form: {} })).status).toBe(404)
  })

  test("acceptance 16: signing out ends the session and takes the cookie", async () => {
    const cookie = await signIn("leaving")
    const answer = await ask("/sign-out", { headers: { cookie }, form: {} })
    expect(answer.status).toBe(303)
    expect((await ask("/my/sessions", { headers: { cookie } })).status).toBe(303)
  })

  test("a name is needed; what was typed stays", async () => {
    const cookie = await signIn("naming")
    const answer = await ask("/my/profile", { headers: { cookie }, form: { name: "", lang: "en" } })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatch(/value="en"[^>]*checked/)
  })
})

describe("the demo", async () => {
  const closed = await testProgram({ demo: false })

  test("acceptance 16: everybody of the city can be chosen, also by a program that sends no Origin", async () => {
    const page = await ask("/demo")
    for (const { key, name } of program.base.city.demoPeople) {
      expect(page.body).toContain(name)
      const answer = await ask("/demo/sign-in", { form: { person: key } })
      expect(answer.status).toBe(303)
      expect(["/my", "/staff"]).toContain(answer.location)
      expect(cookieOf(answer)).not.toBe("")
    }
  })

  test("acceptance 16: nobody else can be chosen, and no other site can choose", async () => {
    expect((await ask("/demo/sign-in", { form: { person: "mayor" } })).status).toBe(422)
    const foreign = { origin: "https://evil.example" }
    expect((await ask("/demo/sign-in", { form: { person: "citizen" }, headers: foreign })).status).toBe(403)
  })

  test("acceptance 16: outside the demo there is none", async () => {
    expect((await closed.ask("/demo")).status).toBe(404)
    expect((await closed.ask("/demo/sign-in", { form: { person: "citizen" } })).status).toBe(404)
    expect((await closed.ask("/sign-in")).body).not.toContain("/demo")
  })
})

const publicPages = ["/sign-in", "/sign-in/password", "/demo", "/sign-in/link/none", "/sign-in/code/none"]

describe.each(["ja", "en", "ja-easy"])("in %s", (lang) => {
  test.each(publicPages)("acceptance 14: %s is valid HTML", async (path) => {
    const { body } = await ask(`${path}?lang=${lang}`)
    expect(await htmlProblems(body)).toEqual([])
  })

  test("acceptance 14: the pages of a sign-in under way are valid HTML", async () => {
    const { link, codePath } = await request(`valid-${lang}@example.jp`)
    for (const path of [link, codePath])
      expect(await htmlProblems((await ask(`${path}?lang=${lang}`)).body)).toEqual([])
    const wrong = await ask(`${codePath}?lang=${lang}`, { form: { code: "x" } })
    expect(await htmlProblems(wrong.body)).toEqual([])
  })
})

test.each(publicPages)(
  "acceptance 15: in easy Japanese every kanji of %s stands under its reading",
  async (path) => {
    const { body } = await ask(`${path}?lang=ja-easy`)
    const main = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? ""
    const bare = main.replaceAll(/<ruby>[\s\S]*?<\/ruby>/g, "").replaceAll(/<[^>]+>/g, "")
    expect(main).toContain("<ruby>")
    expect(/\p{Script=Han}/u.exec(bare)).toBeNull()
  },
)

test.each(["/my/profile", "/my/sessions"])(
  "acceptance 14: %s is valid HTML in Japanese and English",
  async (path) => {
    for (const lang of ["ja", "en"])
      expect(await htmlProblems((await ask(`${path}?lang=${lang}`, { as: "citizen" })).body)).toEqual([])
  },
)
