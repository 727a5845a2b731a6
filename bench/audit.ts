import pg from "pg"
import { dayOf } from "#kernel/clock.ts"
import { reading, type Context } from "#kernel/transaction.ts"
import { demoActor } from "#modules/accounts"
import { membershipsOf } from "#modules/organisations"
import type { Program } from "../src/app.ts"
import { changeProfile } from "../src/modules/organisations/commands/change-profile.ts"
import { confirmProfile } from "../src/modules/organisations/commands/freshness.ts"
import { getRecord, profileOf } from "../src/modules/organisations/queries/records.ts"
import { median, report } from "./support/report.ts"
import { withProgram } from "./support/world.ts"

// A real command with its audit, against the same command whose audit statement is answered without asking the
// database. Blocks of both take turns, so that a slow moment of the machine meets both.

const blocks = 12
const commandsPerBlock = 60

let withoutAudit = false
const asked = pg.Client.prototype.query as (...words: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...words: unknown[]) {
  const skipped =
    withoutAudit && typeof words[0] === "string" && words[0].includes("insert into audit_events")
  return skipped ? Promise.resolve({ command: "INSERT", rowCount: 1, rows: [] }) : asked.apply(this, words)
} as typeof pg.Client.prototype.query

type Act = (context: Context, id: string, mark: string) => Promise<unknown>

const measure = async (program: Program): Promise<void> => {
  const context = { ...program.base, actor: await editor(program) }
  const id = await ownGroup(program)
  await compare("change a profile", change, context, id)
  // The lightest command there is: what the audit costs shows most here.
  await compare("confirm a profile", (each, group) => confirmProfile(each, { id: group }), context, id)
}

const compare = async (name: string, act: Act, context: Context, id: string): Promise<void> => {
  const seconds: Record<"with" | "without", number[]> = { with: [], without: [] }
  for (let block = 0; block < blocks; block++) {
    for (const way of ["with", "without"] as const) {
      withoutAudit = way === "without"
      const start = performance.now()
      for (let at = 0; at < commandsPerBlock; at++) await act(context, id, `${block}-${way}-${at}`)
      seconds[way].push((performance.now() - start) / 1000)
    }
  }
  withoutAudit = false
  const perSecond = (times: readonly number[]) => commandsPerBlock / median(times)
  report(`audit: ${name}, commands/s`, perSecond(seconds.with), perSecond(seconds.without))
}

const editor = async ({ base }: Program): Promise<Context["actor"]> => {
  const actor = await demoActor(base, "group-editor")
  const today = dayOf(base.clock.now(), base.city.zone)
  const memberships = await reading(base, (tx) => membershipsOf(tx, actor.accountId ?? "", today))
  return { ...actor, memberships }
}

const ownGroup = async (program: Program): Promise<string> => {
  const { rows } = await program.ownerPool.query<{ id: string }>(
    `select o.public_id as id from organisations o join accounts a on a.id = o.applicant_id
     where a.email like 'group-editor@%' and o.state = 'registered' limit 1`,
  )
  return rows[0]?.id ?? ""
}

const change = async (context: Context, id: string, mark: string): Promise<void> => {
  const { version, profile } = await context.database.transaction().execute(async (tx) => {
    const record = await getRecord(tx, id)
    return { version: record.version, profile: await profileOf(tx, record) }
  })
  await changeProfile(context, {
    id,
    version,
    profile: { ...profile, english: `Abeno Green Circle ${mark}` },
  })
}

await withProgram(measure)
