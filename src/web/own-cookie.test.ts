import { Hono } from "hono"
import { expect, test } from "vitest"
import { setOwnCookie } from "#web/own-cookie.ts"

const cookieAt = async (baseUrl: string): Promise<string> => {
  const app = new Hono().get("/", (c) => {
    setOwnCookie(c, baseUrl, { name: "enishi.hat", value: "x", seconds: 30 })
    return c.text("")
  })
  return (await app.request("/")).headers.get("set-cookie") ?? ""
}

test("X17: a cookie is for this site and no script, and leaves only over https where the site has it", async () => {
  const [plain, secure] = [
    await cookieAt("http://localhost:3000"),
    await cookieAt("https://enishi.example.jp"),
  ]
  for (const part of ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=30"])
    for (const cookie of [plain, secure]) expect(cookie).toContain(part)
  expect(plain).not.toContain("Secure")
  expect(secure).toContain("Secure")
})
