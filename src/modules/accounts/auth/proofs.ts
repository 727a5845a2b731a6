import { createHash } from "node:crypto"
import { constantTimeEqual, generateRandomString, makeSignature } from "better-auth/crypto"
import { newId } from "#kernel/ids.ts"
import type { Lang } from "#kernel/messages/messages.ts"
import type { Transaction, Work } from "#kernel/transaction.ts"
import { authOf } from "./auth.ts"

// One mail proves that somebody reads an address: by its link or by its six-digit code, once, for a while.
// The row holds neither: of the link a hash, of the code a signature that cannot be tried out without the secret.

export const proofMinutes = 10
export const mostTries = 5

type Proof = {
  readonly address: string
  readonly lang: Lang
  readonly next: string
  readonly keyHash: string
  readonly codeMark: string
  readonly tries: number
}

/** What the person brings: the code, or the key that stands in the link. */
export type Evidence = { readonly code: string } | { readonly key: string }

export type Judgement =
  | { readonly is: "proven"; readonly address: string; readonly lang: Lang; readonly next: string }
  | { readonly is: "wrong" }
  | { readonly is: "gone" }

export type NewProof = { readonly request: string; readonly token: string; readonly code: string }

const requestLength = 16
const random = (length: number): string => generateRandomString(length, "a-z", "0-9")

/** What better-auth compares, it compares with the machine's clock: so does everything in its tables. */
const machineNow = (): Temporal.Instant => Temporal.Now.instant()

export const writeProof = async (
  work: Work,
  about: { readonly address: string; readonly lang: Lang; readonly next: string; readonly minutes?: number },
): Promise<NewProof> => {
  const [request, key, code] = [random(requestLength), random(32), generateRandomString(6, "0-9")]
  const proof: Proof = {
    address: about.address,
    lang: about.lang,
    next: about.next,
    keyHash: hashKey(key),
    codeMark: await markCode(work, request, code),
    tries: 0,
  }
  const now = machineNow()
  await work.tx
    .insertInto("accountVerifications")
    .values({
      id: newId(),
      identifier: identifierOf(request),
      value: JSON.stringify(proof),
      expiresAt: now.add({ minutes: about.minutes ?? proofMinutes }),
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return { request, token: `${request}${key}`, code }
}

/** The two halves of what stands in a link. */
export const readToken = (token: string): { readonly request: string; readonly key: string } => ({
  request: token.slice(0, requestLength),
  key: token.slice(requestLength),
})

/** Looks without using anything up: what the page behind the link shows before its button is pressed. */
export const peekAtProof = async (tx: Transaction, token: string): Promise<{ address: string } | null> => {
  const { request, key } = readToken(token)
  const row = await find(tx, request).executeTakeFirst()
  const proof = row && read(row.value)
  return proof && constantTimeEqual(hashKey(key), proof.keyHash) ? { address: proof.address } : null
}

/** Does this request still wait for its code? */
export const isWaiting = async (tx: Transaction, request: string): Promise<boolean> =>
  (await find(tx, request).executeTakeFirst()) !== undefined

/** Judges a code or a link and uses it up. The row is locked: of two who come at once, one gets in. */
export const takeProof = async (work: Work, request: string, evidence: Evidence): Promise<Judgement> => {
  const row = await find(work.tx, request).forUpdate().executeTakeFirst()
  if (!row) return { is: "gone" }
  const proof = read(row.value)
  if (await isRight(work, request, proof, evidence)) {
    await work.tx.deleteFrom("accountVerifications").where("id", "=", row.id).execute()
    return { is: "proven", address: proof.address, lang: proof.lang, next: proof.next }
  }
  const tries = proof.tries + 1
  if (tries >= mostTries) {
    await work.tx.deleteFrom("accountVerifications").where("id", "=", row.id).execute()
    return { is: "gone" }
  }
  const value = JSON.stringify({ ...proof, tries })
  await work.tx.updateTable("accountVerifications").set({ value }).where("id", "=", row.id).execute()
  return { is: "wrong" }
}

const find = (tx: Transaction, request: string) =>
  tx
    .selectFrom("accountVerifications")
    .select(["id", "value"])
    .where("identifier", "=", identifierOf(request))
    .where("expiresAt", ">", machineNow())

const isRight = async (work: Work, request: string, proof: Proof, evidence: Evidence): Promise<boolean> =>
  "code" in evidence
    ? constantTimeEqual(await markCode(work, request, evidence.code), proof.codeMark)
    : constantTimeEqual(hashKey(evidence.key), proof.keyHash)

const identifierOf = (request: string): string => `mail-proof:${request}`
const read = (value: string): Proof => JSON.parse(value) as Proof
const hashKey = (key: string): string => createHash("sha256").update(key).digest("base64url")
const markCode = (work: Pick<Work, "database">, request: string, code: string): Promise<string> =>
  makeSignature(`${request} ${code}`, authOf(work).secret)
