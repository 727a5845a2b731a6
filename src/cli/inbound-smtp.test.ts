import { createTransport } from "nodemailer"
import { afterAll, expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { inquiriesWorld } from "#test/support/inquiries.ts"
import { listenForMail } from "./inbound-smtp.ts"

const { ask, mailOf, replying, rowOf } = await inquiriesWorld()
const silent = () => {}
const { port, stop } = await listenForMail({
  base: replying(anonymous),
  config: { inboundSmtp: "127.0.0.1:0", replyAddress: "inquiry@city.example.jp" },
  log: { info: silent, warn: silent, error: silent },
})
afterAll(stop)
const server = createTransport({ host: "127.0.0.1", port, ignoreTLS: true })

const send = (to: string, text: string) =>
  server.sendMail({ from: "somebody@elsewhere.example", to, subject: "Re", text }).then(
    () => 250,
    (error: { responseCode?: number }) => error.responseCode,
  )

test("issue 3 line 11: a mail server hands over an answer to a signed address", async () => {
  const { id } = await ask()
  const [letter] = await mailOf(id)
  expect(await send(letter?.replyTo ?? "", "水曜にどうぞ。")).toBe(250)
  expect(await rowOf(id)).toMatchObject({ state: "answered" })
})

test("issue 3 line 11: it takes nothing for other addresses, relays nothing, and nothing too large", async () => {
  const { id } = await ask()
  const [letter] = await mailOf(id)
  expect(await send("somebody@elsewhere.example", "x")).toBe(550)
  expect(await send(`inquiry+${id}.0123456789abcdef@city.example.jp`, "x")).toBe(550)
  expect(await send(letter?.replyTo ?? "", "x".repeat(6 * 1024 * 1024))).toBeGreaterThanOrEqual(500)
  expect(await rowOf(id)).toMatchObject({ state: "open" })
})
