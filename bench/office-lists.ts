import pg from "pg"
import { manyListings, manyOrganisations } from "./support/many-records.ts"
import { median, report } from "./support/report.ts"
import { withProgram } from "./support/world.ts"
import type { Program } from "../src/app.ts"

// Lists of the office with 50,000 groups and 100,000 listings: how many statements a page asks, and how long each of
// its own takes against plain SQL for the same rows, by the same driver.

const rounds = 9
const groups = 50_000
const listings = 100_000

type Asked = { readonly text: string; readonly values: unknown[] | undefined; readonly milliseconds: number }

/** Every statement that this process sends, while `work` runs. */
const listen = async (work: () => Promise<unknown>): Promise<readonly Asked[]> => {
  const asked: Asked[] = []
  const { prototype } = pg.Client
  const original = prototype.query
  const spy = async function (this: pg.Client, ...words: unknown[]) {
    const begun = performance.now()
    const [first, second] = words as [string | pg.QueryConfig, unknown[]?]
    const answer = await (original as (...all: unknown[]) => Promise<unknown>).apply(this, words)
    const text = typeof first === "string" ? first : first.text
    const values = typeof first === "string" ? second : first.values
    asked.push({ text, values, milliseconds: performance.now() - begun })
    return answer
  }
  Object.assign(prototype, { query: spy })
  try {
    await work()
  } finally {
    Object.assign(prototype, { query: original })
  }
  return asked.filter(({ text }) => !/^(begin|commit|rollback|start transaction|set )/i.test(text))
}

const signedIn = async (app: ReturnType<Program["web"]>["app"]): Promise<string> => {
  const response = await app.request("http://localhost:3000/demo/sign-in", {
    method: "POST",
    body: new URLSearchParams({ person: "city-officer" }),
  })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ")
}

/** What one would type into psql for the same rows. */
const bare: Readonly<Record<string, string>> = {
  "/staff/registrations?state=all": `select * from organisations where submitted_at is not null
    order by submitted_at, id limit 50`,
  "/staff/registrations?state=submitted&sort=-due": `select * from organisations where submitted_at is not null
    and state = 'submitted' order by due_on desc nulls last, id limit 50`,
  "/staff/registrations?state=all&area=abeno&page=20": `select * from organisations where submitted_at is not null
    and main_area_code = '271195' order by submitted_at, id limit 50 offset 950`,
  "/staff/registrations?q=%E7%B7%91": `select * from organisations where submitted_at is not null
    and name_key like '%緑%' order by submitted_at, id limit 50`,
  "/staff/listings": `select * from listings where first_published_at is not null
    order by updated_at desc limit 50`,
  "/staff/listings?state=published&kind=event&sort=next": `select * from listings where
    first_published_at is not null and kind = 'event' and state = 'published'
    order by next_at nulls last, id limit 50`,
  "/staff/listings?q=%E5%85%AC%E5%9C%92&page=10": `select * from listings where first_published_at is not null
    and strpos(lower(title), '公園') > 0 order by updated_at desc limit 50 offset 450`,
}

/** How many there are in each state: the totals above a list leave no state out. */
const countOf = (sql: string): string =>
  sql
    .replace(/select \*/, "select state, count(*)")
    .replace(/\s+and state = '\w+'/, "")
    .replace(/order by[\s\S]*$/, "group by state")

/** The session, the person, posts and memberships: asked for every page of a signed-in person. */
const whoAsks = (statements: readonly Asked[]): number =>
  statements.findIndex(({ text }) => /from "areas"/.test(text))

const isRows = ({ text }: Asked): boolean =>
  /from (listings|organisations o?)\s*where[\s\S]*limit/i.test(text)
const isCount = ({ text }: Asked): boolean => /count\(\*\)[\s\S]*group by/i.test(text)

const timed = async (pool: pg.Pool, sql: string): Promise<number> => {
  const begun = performance.now()
  await pool.query(sql)
  return performance.now() - begun
}

await withProgram(async (program) => {
  await manyOrganisations(program.ownerPool, groups)
  await manyListings(program.ownerPool, listings)
  const { app } = program.web()
  const cookie = await signedIn(app)
  const open = async (path: string): Promise<void> => {
    const response = await app.request(`http://localhost:3000${path}`, { headers: { cookie } })
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
    await response.text()
  }
  for (const [path, sql] of Object.entries(bare)) {
    await open(path)
    const rows: number[] = []
    const counts: number[] = []
    const bareRows: number[] = []
    const bareCounts: number[] = []
    let statements: readonly Asked[] = []
    for (let round = 0; round < rounds; round++) {
      statements = await listen(() => open(path))
      rows.push(statements.find(isRows)?.milliseconds ?? Number.NaN)
      counts.push(statements.find(isCount)?.milliseconds ?? Number.NaN)
      bareRows.push(await timed(program.ownerPool, sql))
      bareCounts.push(await timed(program.ownerPool, countOf(sql)))
    }
    report(`office-lists.statements of the list ${path}`, statements.length - whoAsks(statements), 6)
    report(`office-lists.statements with who asks ${path}`, statements.length, 6)
    report(`office-lists.rows ${path} ms`, median(rows), median(bareRows))
    report(`office-lists.count ${path} ms`, median(counts), median(bareCounts))
    if (process.env["SHOW"])
      for (const { text } of statements) console.error(text.slice(0, 160).replaceAll(/\s+/g, " "))
  }
})
