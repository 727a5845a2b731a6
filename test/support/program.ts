import { afterAll } from "vitest"
import type { Connection } from "#kernel/database/database.ts"
import type { Outgoing } from "#kernel/messages/outgoing.ts"
import { standingClock } from "#kernel/clock.ts"
import { buildProgram, createLog, prepareDatabase, type Program } from "../../src/app.ts"
import { seedDemo } from "../../src/cli/seed.ts"
import { readConfig } from "../../src/config.ts"
import { cloneDatabase, templateFilledBy, testStore } from "./database.ts"

export type Answer = {
  readonly status: number
  readonly body: string
  readonly headers: Headers
  readonly location: string
  readonly bytes: Uint8Array
}

export type TestProgram = {
  readonly program: Program
  readonly clock: ReturnType<typeof standingClock>
  /** Sends one request as a demo person (anonymous without one); a body is sent as a form. */
  readonly ask: (path: string, options?: Asking) => Promise<Answer>
}

export type Asking = {
  readonly as?: string
  readonly form?: Readonly<Record<string, string | readonly string[]>>
  /** Sends the form in parts, with these files by field name. */
  readonly files?: Readonly<Record<string, readonly File[]>>
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: string
}

/** The whole program in process, with its demo world, at a standing time. */
export const testProgram = async (
  options: {
    readonly city?: string
    readonly now?: string
    readonly demo?: boolean
    readonly outgoing?: Outgoing
  } = {},
): Promise<TestProgram> => {
  const { city = "osaka", now = "2026-06-10T10:00:00+09:00", demo = true } = options
  const clock = standingClock(now)
  const config = readConfig({
    CITY: city,
    SESSION_SECRET: "a secret for tests, long enough to be one",
    DEMO: demo ? "1" : "0",
    DATABASE_URL: "postgres://in-process",
  })
  const programOn = (connection: Connection): Program =>
    buildProgram(config, connection, createLog("error"), {
      clock,
      files: testStore(),
      ...(options.outgoing ? { outgoing: options.outgoing } : {}),
    })
  const template = `${city}_${demo ? "demo" : "empty"}_${now}`.toLowerCase().replaceAll(/[^a-z0-9]/g, "_")
  const filled = await templateFilledBy(template, async (connection) => {
    const first = programOn(connection)
    await prepareDatabase(first)
    if (demo) await seedDemo(first)
    await first.close()
  })
  const { connection } = await cloneDatabase(filled)
  const program = programOn(connection)
  afterAll(program.close)
  const { app } = program.web()
  const cookies = new Map<string, string>()

  const send = async (path: string, asking: Asking, cookie: string): Promise<Answer> => {
    const method = asking.method ?? (asking.form ? "POST" : "GET")
    const headers = new Headers(asking.headers)
    if (cookie) headers.set("cookie", cookie)
    const body = asking.form ? formBody(asking.form, asking.files) : null
    const response = await app.request(`http://localhost:3000${path}`, { method, headers, body })
    const bytes = new Uint8Array(await response.arrayBuffer())
    return {
      status: response.status,
      body: new TextDecoder().decode(bytes),
      bytes,
      headers: response.headers,
      location: response.headers.get("location") ?? "",
    }
  }

  const cookieOf = async (person: string): Promise<string> => {
    const known = cookies.get(person)
    if (known) return known
    const answer = await send("/demo/sign-in", { form: { person } }, "")
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ")
    if (answer.status !== 303 || !cookie) throw new Error(`${person} cannot sign in: ${answer.status}`)
    cookies.set(person, cookie)
    return cookie
  }

  return {
    program,
    clock,
    ask: async (path, asking = {}) => send(path, asking, asking.as ? await cookieOf(asking.as) : ""),
  }
}

const formBody = (form: NonNullable<Asking["form"]>, files: Asking["files"]): URLSearchParams | FormData => {
  const body = files ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) body.append(name, each)
  if (body instanceof FormData)
    for (const [name, those] of Object.entries(files ?? {})) for (const each of those) body.append(name, each)
  return body
}

/** A form's hidden fields, for posting it as a browser would. */
export const hiddenFields = (html: string, action?: string): Record<string, string> => {
  const form = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)]
    .map((match) => match[0])
    .find((each) => !action || each.includes(`action="${action}`))
  const fields = [...(form ?? html).matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map((match) => match[0])
  return Object.fromEntries(fields.map((field) => [attribute(field, "name"), attribute(field, "value")]))
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ""
