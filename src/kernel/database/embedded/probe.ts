import pg from "pg"

export const owner = "enishi_owner"
export const port = 5432

/** `starter` is the mark given to the server by whoever started it. */
export type Answer =
  | { readonly state: "ready"; readonly starter: string }
  | { readonly state: "busy" | "silent" }

const silent = new Set(["ENOENT", "ECONNREFUSED"])
const missingDatabase = "3D000"

/** Asks the server behind a socket how it is, and makes the database when it is not there yet. */
export const ask = async (host: string, database: string): Promise<Answer> => {
  try {
    return { state: "ready", starter: await askStarter(host, database) }
  } catch (error) {
    const code = codeOf(error)
    if (code === missingDatabase) await createDatabase(host, database)
    return { state: silent.has(code) ? "silent" : "busy" }
  }
}

export const withClient = async <T>(
  host: string,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({
    host,
    port,
    user: owner,
    database,
    ssl: false,
    connectionTimeoutMillis: 5000,
  })
  client.on("error", () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

const askStarter = (host: string, database: string): Promise<string> =>
  withClient(host, database, async (client) => {
    const { rows } = await client.query("select current_setting('enishi.starter', true) as starter")
    return (rows[0] as { starter: string | null }).starter ?? ""
  })

// Two first starts may both come here: the loser is told "duplicate", in one of two ways.
const createDatabase = (host: string, database: string): Promise<void> =>
  withClient(host, "postgres", async (client) => {
    await client.query(`create database ${client.escapeIdentifier(database)}`)
  }).catch((error: unknown) => {
    if (!["42P04", "23505"].includes(codeOf(error))) throw error
  })

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? ""
