import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import type { DB } from "./tables.generated.ts"
import "./temporal-parameters.ts"

export type Database = Kysely<DB>

/** A server reached by its address, or over the socket of the embedded one. */
export type Connection =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`a bigint of the database does not fit: ${text}`)
  return number
})
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text))
types.setTypeParser(pg.types.builtins.DATE, (text) => Temporal.PlainDate.from(text))

export const programRole = "enishi_program"

/**
 * Opens a pool. As `program`, every connection takes the role that owns nothing; as `owner` (migrations, the job
 * queue's own tables, backup) it stays what the address says.
 */
export const openPool = (connection: Connection, as: "program" | "owner", size = 10): pg.Pool => {
  const pool = new pg.Pool({
    ...connection,
    types,
    max: size,
    application_name: `enishi ${as}`,
    ...(as === "program" ? { options: `-c role=${programRole}` } : {}),
  })
  // Without these two, a restart of the database would end the program.
  pool.on("error", () => {})
  pool.on("connect", (client) => client.on("error", () => {}))
  return pool
}

export const openDatabase = (pool: pg.Pool): Database =>
  new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
