import { afterAll } from "vitest"
import { standingClock } from "#kernel/clock.ts"
import { buildProgram, createLog, prepareDatabase, type Program } from "../../src/app.ts"
import { seedDemo } from "../../src/cli/seed.ts"
import { readConfig } from "../../src/config.ts"
import { fixturesOf, type Fixtures } from "./access-fixtures.ts"
import { cloneFrom, createDatabase, testStore } from "./database.ts"
import { routeShape } from "./access-table.ts"

type Form = Readonly<Record<string, string>>

export type WorldApart = {
  readonly post: AccessWorld["post"]
  readonly close: () => Promise<void>
}

export type AccessWorld = {
  /** METHOD and shape of every route that the program has. */
  readonly routes: readonly string[]
  readonly fixtures: Fixtures
  /** A path with its fixtures filled in. */
  readonly fill: (path: string) => string
  readonly get: (path: string, actor: string) => Promise<number>
  readonly post: (path: string, actor: string, form: Form) => Promise<number>
  /** A copy of the world to act in, thrown away afterwards. */
  readonly apart: () => Promise<WorldApart>
}

const secret = "a secret for tests, long enough to be one"

/** The demo world with everybody signed in, as a template from which copies are made in a moment. */
export const accessWorld = async (city: string): Promise<AccessWorld> => {
  const template = await createDatabase()
  const config = readConfig({
    CITY: city,
    SESSION_SECRET: secret,
    DEMO: "1",
    DATABASE_URL: "postgres://in-process",
  })
  const clock = standingClock("2026-06-10T10:00:00+09:00")
  const open = (connection: typeof template.connection): Program =>
    buildProgram(config, connection, createLog("silent"), { clock, files: testStore() })

  const first = open(template.connection)
  await prepareDatabase(first)
  await seedDemo(first)
  const cookies = await signInEverybody(first)
  await hideOneListing(first, cookies.get("city-officer") ?? "")
  const fixtures = await fixturesOf(first)
  await first.close()

  const shared = open(await cloneFrom(template.connection))
  afterAll(shared.close)
  const { app } = shared.web()

  const apart = async (): Promise<WorldApart> => {
    const program = open(await cloneFrom(template.connection))
    const own = program.web().app
    return {
      post: (path, actor, form) => send(own, "POST", path, cookies.get(actor) ?? "", form),
      close: program.close,
    }
  }
  return {
    routes: [
      ...new Set(
        app.routes
          .filter((route) => route.method !== "ALL")
          .map((route) => `${route.method} ${routeShape(route.path)}`),
      ),
    ],
    fixtures,
    fill: (path) =>
      path.replaceAll(/\{([^}]+)\}/g, (_all, name: string) => fixtures[name] ?? fail(`no fixture ${name}`)),
    get: (path, actor) => send(app, "GET", path, cookies.get(actor) ?? ""),
    post: (path, actor, form) => send(app, "POST", path, cookies.get(actor) ?? "", form),
    apart,
  }
}

const fail = (message: string): never => {
  throw new Error(message)
}

type App = ReturnType<Program["web"]>["app"]

const send = async (app: App, method: string, path: string, cookie: string, form?: Form): Promise<number> => {
  const body = form ? new URLSearchParams(form) : null
  const response = await app.request(`http://localhost:3000${path}`, { method, body, headers: { cookie } })
  await response.text()
  return response.status
}

/** The editor's second listing, so that every city has one that was public and is hidden. */
const hideOneListing = async (program: Program, cookie: string): Promise<void> => {
  const { rows } = await program.ownerPool.query<{ id: string }>(
    `select l.public_id as id from listings l join organisations o on o.id = l.organisation_id
     join accounts a on a.id = o.applicant_id where l.state = 'published' and a.email = 'group-editor@demo.example.jp'
     order by l.created_at desc limit 1`,
  )
  const { app } = program.web()
  const status = await send(app, "POST", `/staff/listings/${rows[0]?.id}/hiding`, cookie, {
    reason: "内容を確かめています",
  })
  if (status !== 303) throw new Error(`the listing could not be hidden: ${status}`)
}

const signInEverybody = async (program: Program): Promise<ReadonlyMap<string, string>> => {
  const { app } = program.web()
  const cookies = new Map<string, string>()
  for (const { key } of program.base.city.demoPeople) {
    const response = await app.request("http://localhost:3000/demo/sign-in", {
      method: "POST",
      body: new URLSearchParams({ person: key }),
    })
    cookies.set(
      key,
      response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0])
        .join("; "),
    )
  }
  return cookies
}
