import { betterAuth, type BetterAuthOptions, type BetterAuthPlugin } from "better-auth"
import { createAuthEndpoint, isAPIError } from "better-auth/api"
import { setSessionCookie } from "better-auth/cookies"
import { z } from "zod"
import type { Database } from "#kernel/database/database.ts"
import { newId } from "#kernel/ids.ts"
import { instantsAsDates } from "./dates.ts"
import { type Attempt, createLimits, type LimitsOptions, usualLimits } from "./limits.ts"

// better-auth keeps sessions, passwords and their cryptography. None of its own addresses are mounted: every way in
// is one of our forms. Only this folder touches its four tables.

export const sessionDays = 30
/** So long after signing in, a password may be set without signing in anew. */
export const freshMinutes = 60
export const shortestPassword = 10

type Log = { readonly info: (fields: object, message: string) => void }

type Settings = {
  readonly database: Database
  readonly sessionSecret: string
  readonly baseUrl: string
  readonly log?: Log
  readonly limits?: LimitsOptions
}

/** Opens a session for an account that proved itself, and sets its cookie. Never an address of its own. */
const openingSessions = {
  id: "enishi",
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ accountId: z.uuid() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(ctx.body.accountId)
        if (!user) throw new Error(`there is no account ${ctx.body.accountId}`)
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return { sessionId: session.id }
      },
    ),
  },
} satisfies BetterAuthPlugin

/** What better-auth is told; its tables stand in db/migrations/0003_accounts.sql. */
export const optionsOf = ({ database, sessionSecret, baseUrl }: Settings) =>
  ({
    appName: "Enishi",
    secret: sessionSecret,
    baseURL: baseUrl,
    database: { db: database.withPlugin(instantsAsDates), type: "postgres", transaction: true },
    user: {
      modelName: "accounts",
      additionalFields: { lang: { type: "string", required: false, defaultValue: "ja", input: false } },
    },
    session: {
      modelName: "account_sessions",
      expiresIn: sessionDays * 86_400,
      freshAge: freshMinutes * 60,
      // Thirty days from signing in, however often one comes: the cookie would not live longer anyway.
      disableSessionRefresh: true,
    },
    account: { modelName: "account_credentials" },
    verification: { modelName: "account_verifications" },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: shortestPassword },
    advanced: {
      cookiePrefix: "enishi",
      database: { generateId: newId },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [openingSessions],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error" },
  }) satisfies BetterAuthOptions

const createBetterAuth = (settings: Settings) => betterAuth(optionsOf(settings))

type BetterAuth = ReturnType<typeof createBetterAuth>

/** What a browser is told: Set-Cookie headers. */
type Cookies = readonly string[]

export type Auth = {
  readonly secret: string
  readonly limits: ReturnType<typeof createLimits>
  readonly log: Log
  readonly sessionOf: (headers: Headers) => ReturnType<BetterAuth["api"]["getSession"]>
  readonly openSession: (headers: Headers, accountId: string) => Promise<Cookies>
  /** Nothing when address and password do not belong together. */
  readonly openByPassword: (
    headers: Headers,
    given: { readonly address: string; readonly password: string },
  ) => Promise<{ readonly accountId: string; readonly cookies: Cookies } | null>
  readonly closeSession: (headers: Headers) => Promise<Cookies>
  readonly hashPassword: (password: string) => Promise<string>
}

const silent: Log = { info: () => {} }
const byDatabase = new WeakMap<Database, Auth>()

/** Once for each database that is opened, before its first request, job or invitation. */
export const setUpAccounts = (settings: Settings): Auth => {
  const better = createBetterAuth(settings)
  const auth: Auth = {
    secret: settings.sessionSecret,
    limits: createLimits(settings.database, settings.limits ?? usualLimits),
    log: settings.log ?? silent,
    ...sessionsOf(better.api),
    hashPassword: async (password) => (await better.$context).password.hash(password),
  }
  byDatabase.set(settings.database, auth)
  return auth
}

const ownCookie = /(?:^|[\s;_-])enishi\.session_token=/

const sessionsOf = (
  api: BetterAuth["api"],
): Pick<Auth, "sessionOf" | "openSession" | "openByPassword" | "closeSession"> => ({
  sessionOf: async (headers) =>
    ownCookie.test(headers.get("cookie") ?? "") ? api.getSession({ headers }) : null,
  openSession: async (headers, accountId) => {
    const answer = await api.openSession({ body: { accountId }, headers, returnHeaders: true })
    return answer.headers.getSetCookie()
  },
  openByPassword: async (headers, { address, password }) => {
    try {
      const answer = await api.signInEmail({
        body: { email: address, password },
        headers,
        returnHeaders: true,
      })
      return { accountId: answer.response.user.id, cookies: answer.headers.getSetCookie() }
    } catch (error) {
      if (isAPIError(error)) return null
      throw error
    }
  },
  closeSession: async (headers) =>
    (await api.signOut({ headers, returnHeaders: true })).headers.getSetCookie(),
})

/** The sign-in that belongs to a context's database: handlers and commands know nothing else of it. */
export const authOf = ({ database }: { readonly database: Database }): Auth => {
  const auth = byDatabase.get(database)
  if (!auth) throw new Error("setUpAccounts() was not called for this database")
  return auth
}

/** For other rooms with doors that are open to everybody: TooMany when somebody knocks too often. */
export const countAttempt = (
  context: { readonly database: Database },
  kind: "inquiry" | "inquiry-key" | "inquiry-message",
  attempt: Attempt,
): Promise<void> => authOf(context).limits.count(kind, attempt)
