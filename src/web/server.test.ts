import { once } from "node:events"
import { connect, type AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { Hono } from "hono"
import { afterAll, expect, test } from "vitest"
import type { WebEnv } from "#web/context.ts"
import { createHttpServer } from "#web/server.ts"

const looked: string[] = []
const app = new Hono<WebEnv>()
app.get("/listings", (c) => c.text("a list"))

const server = createHttpServer(app, {
  find: async (key) => {
    looked.push(key)
    return null
  },
  keeper: () => {
    throw new Error("nothing is made here")
  },
})
server.listen(0, "127.0.0.1")
await once(server, "listening")
afterAll(() => server.close())

/** The first line of the answer to a request line as no browser would write it. */
const answerTo = async (target: string): Promise<string> => {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1")
  socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  return (await text(socket)).split("\r\n")[0] ?? ""
}

test.each(["//", "///", "//[", "http://", "http://[", "/%", "*"])(
  "bad input: a request for %j is refused, and the program goes on answering",
  async (target) => {
    expect(await answerTo(target)).toMatch(/^HTTP\/1\.1 40[04] /)
    expect(await answerTo("/listings")).toBe("HTTP/1.1 200 OK")
  },
)

test("X17: an address with two slashes is no other name of a kept page", async () => {
  looked.length = 0
  expect(await answerTo("//evil.example/listings?lang=en")).toMatch(/^HTTP\/1\.1 404 /)
  expect(looked).not.toContain("/listings?lang=en")
})
