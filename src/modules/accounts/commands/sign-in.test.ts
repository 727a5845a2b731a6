import { expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { testWorld } from "#test/support/database.ts"
import { setUpAccounts } from "../auth/auth.ts"
import { createIdentify } from "../auth/sessions.ts"
import { requestSignIn, signInByMail } from "./sign-in.ts"

const world = await testWorld()
const auth = setUpAccounts({
  database: world.database,
  sessionSecret: "a secret for tests, long enough to be one",
  baseUrl: "http://localhost:3000",
})
const identify = createIdentify(auth)
const context = world.as(anonymous)
const who = { headers: new Headers({ "user-agent": "test" }), client: "203.0.113.1" }

const lastMail = async (address: string) => {
  const mail = await world.owner
    .selectFrom("messages")
    .selectAll()
    .where("address", "=", address)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow()
  const code = /\d{6}/.exec(mail.subject)?.[0] ?? ""
  const token = /link\/(\w+)/.exec(mail.link ?? "")?.[1] ?? ""
  return { ...mail, code, token }
}

test("acceptance 16: by code", async () => {
  const { request } = await requestSignIn(context, { address: "A@Example.jp", lang: "ja", next: "" })
  const mail = await lastMail("a@example.jp")
  console.log(mail)
  const signedIn = await signInByMail(context, who, request, { code: mail.code })
  console.log(signedIn)
  const cookie = signedIn.cookies.map((each) => each.split(";")[0]).join("; ")
  console.log(await identify(new Headers({ cookie })))
  expect(1).toBe(1)
})
