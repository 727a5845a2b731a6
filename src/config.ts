import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { z } from "zod"
import { citySlugs } from "#cities/cities.ts"

// The only reader of the environment: read, validate, freeze.

const shortestSecret = 32
const flag = z.enum(["0", "1"]).transform((value) => value === "1")

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z.url({ protocol: /^(?:postgres|postgresql|socket)$/ }).optional(),
  CITY: z.enum(citySlugs).default("osaka"),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  REPLY_ADDRESS: z.email().optional(),
  INBOUND_SMTP: z
    .string()
    .regex(/^[\w.:[\]-]+:\d{1,5}$/)
    .optional(),
  SESSION_SECRET: z.string().min(shortestSecret).optional(),
  TRUST_PROXY: flag.default(false),
  DEMO: flag.optional(),
  ENISHI_NOW: z.iso.datetime({ offset: true }).optional(),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
})

export type Config = {
  readonly port: number
  readonly host: string
  readonly baseUrl: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly city: string
  readonly smtpUrl: string | undefined
  /** Where answers by mail arrive; to its name a sign of the conversation is added. */
  readonly replyAddress: string | undefined
  /** host:port at which the program itself receives those answers. */
  readonly inboundSmtp: string | undefined
  readonly sessionSecret: string
  readonly trustProxy: boolean
  readonly demo: boolean
  readonly now: Temporal.Instant | undefined
  readonly logLevel: string
}

/** Fails with the names of the variables that cannot be used. */
export const readConfig = (source: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""))
  const read = environment.safeParse(given)
  if (!read.success)
    throw new Error(read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"))
  const env = read.data
  const production = env.NODE_ENV === "production"
  if (production && env.ENISHI_NOW) throw new Error("ENISHI_NOW: the clock cannot be set in production")
  if (env.DATABASE_URL && production && !env.SESSION_SECRET)
    throw new Error("SESSION_SECRET: is needed in production")
  if (env.INBOUND_SMTP && !env.REPLY_ADDRESS)
    throw new Error("INBOUND_SMTP: REPLY_ADDRESS is needed, for which it receives")
  const dataDir = resolve(env.DATA_DIR)
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    baseUrl: (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ""),
    dataDir,
    databaseUrl: env.DATABASE_URL,
    city: env.CITY,
    smtpUrl: env.SMTP_URL,
    replyAddress: env.REPLY_ADDRESS,
    inboundSmtp: env.INBOUND_SMTP,
    sessionSecret: env.SESSION_SECRET ?? keptSecret(dataDir),
    trustProxy: env.TRUST_PROXY,
    demo: env.DEMO ?? env.DATABASE_URL === undefined,
    now: env.ENISHI_NOW ? Temporal.Instant.from(env.ENISHI_NOW) : undefined,
    logLevel: env.LOG_LEVEL,
  })
}

/** Without a secret of its own, an installation makes one and keeps it beside its data. */
const keptSecret = (dataDir: string): string => {
  const file = join(dataDir, "session-secret")
  const secret = readOrMake(file, dataDir)
  if (secret.length >= shortestSecret) return secret
  throw new Error(`SESSION_SECRET: ${file} is cut off; delete it, and a new one is made`)
}

const readOrMake = (file: string, dataDir: string): string => {
  try {
    if (!existsSync(file)) {
      mkdirSync(dataDir, { recursive: true })
      writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" })
    }
    return readFileSync(file, "utf8").trim()
  } catch (error) {
    throw new Error(`DATA_DIR: ${dataDir} cannot be used: ${String(error)}`, { cause: error })
  }
}
