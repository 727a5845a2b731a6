import { createHash } from "node:crypto"
import { CompiledQuery } from "kysely"
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"
import type { Database } from "#kernel/database/database.ts"
import { TooMany } from "#kernel/errors.ts"

// A whole ward office sits behind one address, so the address alone is counted generously and the pair of address and
// account tightly. The last limit, over everybody, is a breaker for the night when somebody tries everything.

type Limit = { readonly points: number; readonly seconds: number }

/** `pair`: one client and one account; `account`: from anywhere; `client`: for any account; `all`: everybody. */
type Scopes = {
  readonly pair: Limit
  readonly account: Limit
  readonly client: Limit
  readonly all: Limit
}

type Attempted = "mail" | "code" | "password" | "inquiry" | "inquiry-key" | "inquiry-message"

export type LimitsOptions = Readonly<Record<Attempted, Scopes>>

const minute = 60
const hour = 60 * minute
const day = 24 * hour

export const usualLimits: LimitsOptions = {
  mail: {
    pair: { points: 5, seconds: 15 * minute },
    // More than one client can cause by itself: a stranger shuts nobody out of their mail.
    account: { points: 30, seconds: hour },
    client: { points: 200, seconds: hour },
    all: { points: 3000, seconds: hour },
  },
  // Each code has five tries of its own besides.
  code: {
    pair: { points: 15, seconds: 15 * minute },
    account: { points: 100, seconds: hour },
    client: { points: 300, seconds: hour },
    all: { points: 5000, seconds: hour },
  },
  password: {
    pair: { points: 6, seconds: 15 * minute },
    account: { points: 60, seconds: hour },
    client: { points: 200, seconds: 15 * minute },
    all: { points: 5000, seconds: hour },
  },
  // `account` is the asker's address.
  inquiry: {
    pair: { points: 5, seconds: 15 * minute },
    account: { points: 15, seconds: day },
    client: { points: 60, seconds: hour },
    all: { points: 2000, seconds: hour },
  },
  // `account` is the conversation: its key has sixty bits.
  "inquiry-key": {
    pair: { points: 10, seconds: 15 * minute },
    account: { points: 60, seconds: day },
    client: { points: 100, seconds: hour },
    all: { points: 2000, seconds: hour },
  },
  "inquiry-message": {
    pair: { points: 20, seconds: 15 * minute },
    account: { points: 100, seconds: day },
    client: { points: 200, seconds: hour },
    all: { points: 5000, seconds: hour },
  },
}

export type Attempt = { readonly client: string; readonly account: string }

const scopes = ["pair", "account", "client", "all"] as const

export const createLimits = (database: Database, options: LimitsOptions) => {
  const limiters = {
    mail: limitersOf(database, "mail", options.mail),
    code: limitersOf(database, "code", options.code),
    password: limitersOf(database, "password", options.password),
    inquiry: limitersOf(database, "inquiry", options.inquiry),
    "inquiry-key": limitersOf(database, "inquiry-key", options["inquiry-key"]),
    "inquiry-message": limitersOf(database, "inquiry-message", options["inquiry-message"]),
  }
  return {
    /** Counts one attempt; TooMany with the time to wait when there were too many. */
    count: async (kind: keyof LimitsOptions, attempt: Attempt): Promise<void> => {
      for (const scope of scopes) await consume(limiters[kind][scope], kind, scope, attempt)
    },
    /** Who got in starts anew. */
    forgive: async (kind: keyof LimitsOptions, attempt: Attempt): Promise<void> => {
      await limiters[kind].pair.delete(keyOf("pair", attempt))
    },
  }
}

const limitersOf = (database: Database, kind: string, limits: Scopes) => {
  const limiter = (scope: keyof Scopes) =>
    new RateLimiterPostgres({
      storeClient: {
        query: (query: Query) => database.executeQuery(CompiledQuery.raw(query.text, query.values)),
      },
      storeType: "client",
      tableName: "attempt_limits",
      tableCreated: true,
      // Our own job sweeps: a timer would outlive the database.
      clearExpiredByTimeout: false,
      keyPrefix: `${kind}.${scope}`,
      points: limits[scope].points,
      duration: limits[scope].seconds,
    })
  return {
    pair: limiter("pair"),
    account: limiter("account"),
    client: limiter("client"),
    all: limiter("all"),
  }
}

type Query = { readonly text: string; readonly values: unknown[] }

const consume = async (
  limiter: RateLimiterPostgres,
  kind: string,
  scope: keyof Scopes,
  attempt: Attempt,
): Promise<void> => {
  try {
    await limiter.consume(keyOf(scope, attempt))
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw new TooMany(`${kind}: too many attempts by ${scope}`, Math.ceil(refused.msBeforeNext / 1000))
  }
}

/** Addresses are hashed: the table of attempts is no list of people. */
const keyOf = (scope: keyof Scopes, { client, account }: Attempt): string => {
  const text = { pair: `${client} ${account}`, account, client, all: "" }[scope]
  return createHash("sha256").update(text).digest("base64url").slice(0, 22)
}
