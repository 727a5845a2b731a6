import { anonymous } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Invalid, NotFound } from "#kernel/errors.ts"
import type { Lang } from "#kernel/messages/messages.ts"
import { post } from "#kernel/messages/messages.ts"
import { command, type Context, type Work, working } from "#kernel/transaction.ts"
import { authOf } from "../auth/auth.ts"
import { accountFor, addressKey, findPersonByAddress, markAddressProven } from "../auth/people.ts"
import { type Evidence, takeProof, writeProof } from "../auth/proofs.ts"
import { signInLetter } from "../mail.tsx"

// The named exception to the order of commands: a session is opened by better-auth after the transaction that proves
// who comes and audits it.

type Who = { readonly headers: Headers; readonly client: string }

export type SignedIn = {
  readonly accountId: string
  readonly next: string
  /** Set-Cookie headers that the browser must get. */
  readonly cookies: readonly string[]
}

/** Sends the one mail with link and code. Nobody learns whether the address is known. */
export const requestSignIn = command(
  "accounts.request-sign-in",
  async (work, input: { readonly address: string; readonly lang: Lang; readonly next: string }) => {
    const known = await findPersonByAddress(work.tx, input.address)
    const proof = await writeProof(work, { ...input, address: addressKey(input.address) })
    await post(work, {
      template: "accounts.sign-in",
      to: [{ accountId: known?.id ?? null, address: addressKey(input.address), lang: input.lang }],
      write: (lang) => signInLetter(work, lang, proof),
    })
    return { request: proof.request }
  },
)

/** By code or link. No form key: a form sent again later must not open the door a second time. */
export const signInByMail = async (
  context: Context,
  who: Who,
  request: string,
  evidence: Evidence,
): Promise<SignedIn> => {
  await authOf(context).limits.count("code", { client: who.client, account: request })
  const judged = await working(context, "accounts.sign-in", async (work) => {
    const judgement = await takeProof(work, request, evidence)
    if (judgement.is !== "proven") return judgement
    const account = await accountFor(work, judgement)
    await markAddressProven(work, account.id)
    const method = "code" in evidence ? "code" : "link"
    await auditSession(work, account.id, { method, ...(account.isNew ? { first: true } : {}) })
    return { ...judgement, accountId: account.id }
  })
  if (judged.is === "gone") throw new Invalid({ code: "accounts:error.code-gone" })
  if (judged.is === "wrong") throw new Invalid({ code: "accounts:error.code-wrong" })
  return { ...(await openSession(context, who, judged.accountId)), next: judged.next }
}

export const signInByPassword = async (
  context: Context,
  who: Who,
  input: { readonly address: string; readonly password: string },
): Promise<SignedIn> => {
  const auth = authOf(context)
  const attempt = { client: who.client, account: addressKey(input.address) }
  await auth.limits.count("password", attempt)
  const opened = await auth.openByPassword(who.headers, { ...input, address: attempt.account })
  if (!opened) throw new Invalid({ "": "accounts:error.password-wrong" })
  await auth.limits.forgive("password", attempt)
  const { accountId } = opened
  await working(context, "accounts.sign-in", (work) => auditSession(work, accountId, { method: "password" }))
  return { ...opened, next: "" }
}

/** Only in the demo, which the caller has made sure of; only people of the demo. */
export const signInAsDemoPerson = async (context: Context, who: Who, key: string): Promise<SignedIn> => {
  const person = context.city.demoPeople.find((each) => each.key === key)
  if (!person) throw new NotFound(`there is no demo person ${key}`)
  const accountId = await working(context, "accounts.sign-in", async (work) => {
    const account = await accountFor(work, { address: person.email, name: person.name })
    await auditSession(work, account.id, { method: "demo" })
    return account.id
  })
  return { ...(await openSession(context, who, accountId)), next: "" }
}

/** Ends this session. Answers the cookies that take it from the browser. */
export const signOut = async (context: Context, headers: Headers): Promise<readonly string[]> => {
  const auth = authOf(context)
  const found = await auth.sessionOf(headers)
  if (found) {
    await working(context, "accounts.sign-out", (work) => auditSession(work, found.user.id, {}))
  }
  return auth.closeSession(headers)
}

const openSession = async (context: Context, { headers }: Who, accountId: string) => ({
  accountId,
  cookies: await authOf(context).openSession(headers, accountId),
})

const auditSession = (work: Work, accountId: string, payload: Readonly<Record<string, unknown>>) =>
  audit(
    { ...work, actor: { ...anonymous, accountId } },
    { hat: { kind: "person" }, subject: { kind: "account", id: accountId }, payload },
  )
