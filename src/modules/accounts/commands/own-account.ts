import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Forbidden, NotFound } from "#kernel/errors.ts"
import type { Lang } from "#kernel/messages/messages.ts"
import { post } from "#kernel/messages/messages.ts"
import { command, type Context, type Work } from "#kernel/transaction.ts"
import { authOf, freshMinutes } from "../auth/auth.ts"
import { savePassword } from "../auth/passwords.ts"
import { recipientsOf, saveName } from "../auth/people.ts"
import { deleteSessions } from "../auth/sessions.ts"
import { passwordLetter } from "../mail.tsx"
import { canChangeOwn } from "../policy.ts"

/** The acting account and its hat. */
const own = (work: Work) => {
  const hat = authorise(canChangeOwn(work.actor))
  if (!work.actor.accountId) throw new NotFound("nobody is signed in")
  const accountId = work.actor.accountId
  return { accountId, hat, subject: { kind: "account", id: accountId } as const }
}

export const saveProfile = command(
  "accounts.save-profile",
  async (work, input: { readonly name: string; readonly lang: Lang }) => {
    const { accountId, hat, subject } = own(work)
    await saveName(work, accountId, input.name, input.lang)
    await audit(work, { hat, subject, payload: { name: input.name, lang: input.lang } })
    return { accountId }
  },
)

/** May this session set a password? Only shortly after signing in, so that an open screen is no open door. */
export const maySetPassword = (session: { readonly createdAt: Date }): boolean =>
  Date.now() - session.createdAt.getTime() < freshMinutes * 60_000

/** Sets the password of the person who sends this request, and ends the person's other sessions. */
export const setPassword = async (context: Context, headers: Headers, password: string): Promise<void> => {
  const auth = authOf(context)
  const found = await auth.sessionOf(headers)
  if (!found || !maySetPassword(found.session)) {
    throw new Forbidden("the session is not fresh", "accounts:error.not-fresh")
  }
  const hash = await auth.hashPassword(password)
  await replacePassword(context, { hash, sessionId: found.session.id })
}

const replacePassword = command(
  "accounts.set-password",
  async (work, input: { readonly hash: string; readonly sessionId: string }) => {
    const { accountId, hat, subject } = own(work)
    await savePassword(work, accountId, input.hash)
    const ended = await deleteSessions(work, accountId, { allBut: input.sessionId })
    await audit(work, { hat, subject, payload: { endedSessions: ended } })
    await post(work, {
      template: "accounts.password-set",
      to: await recipientsOf(work.tx, [accountId]),
      write: (lang) => passwordLetter(work, lang),
    })
    return { accountId }
  },
)

/** Ends one of one's own sessions. */
export const endSession = command("accounts.end-session", async (work, input: { readonly id: string }) => {
  const { accountId, hat, subject } = own(work)
  const ended = await deleteSessions(work, accountId, { id: input.id })
  if (ended === 0) throw new NotFound(`there is no session ${input.id} of this account`)
  await audit(work, { hat, subject, payload: { session: input.id } })
  return { ended }
})

/** Ends all of one's own sessions but this one. */
export const endOtherSessions = command(
  "accounts.end-other-sessions",
  async (work, input: { readonly sessionId: string }) => {
    const { accountId, hat, subject } = own(work)
    const ended = await deleteSessions(work, accountId, { allBut: input.sessionId })
    await audit(work, { hat, subject, payload: { ended } })
    return { ended }
  },
)
