import { sql } from "kysely"
import { isAllowed, type Actor } from "#kernel/actor.ts"
import { phoneKey } from "#kernel/text.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { organisationsByPhone } from "#modules/accounts"
import { canReadAsOffice } from "../policy.ts"
import type { Profile } from "../schema/form.ts"
import { keysOf } from "../schema/keys.ts"
import type { RegistrationState } from "../schema/registration.ts"

export type SimilarOrganisation = {
  readonly id: string
  readonly publicId: string
  readonly name: string
  readonly kana: string
  readonly english: string
  readonly mainAreaCode: string
  readonly state: RegistrationState
  readonly shown: readonly string[]
  readonly applicantId: string | null
  readonly submittedAt: Temporal.Instant | null
  readonly registeredAt: Temporal.Instant | null
  readonly sameName: boolean
  readonly sameKana: boolean
  readonly samePhone: boolean
}

/** Names that share so many of their three-letter pieces are taken for spellings of one name. */
const closeEnough = 0.5

/**
 * Groups that may be the same as this one, by folded name, reading or telephone; the likeliest first. Drafts are
 * nobody's business. For the office; what others may learn of them is decided by `similarFor…`.
 */
const findSimilar = async (
  tx: Transaction,
  profile: Pick<Profile, "name" | "kana" | "contactPhone">,
  exceptId: string | null,
): Promise<SimilarOrganisation[]> => {
  const { nameKey, kanaKey } = keysOf(profile)
  const phone = phoneKey(profile.contactPhone)
  const callers = phone === null ? [] : await organisationsByPhone(tx, phone)
  const sameName = sql<boolean>`(name_key <> '' and (name_key = ${nameKey}
    or (name_key % ${nameKey} and similarity(name_key, ${nameKey}) >= ${closeEnough})))`
  const sameKana = sql<boolean>`(kana_key <> '' and kana_key = ${kanaKey})`
  const samePhone = sql<boolean>`(id = any (${callers}::uuid[]))`
  return tx
    .selectFrom("organisations")
    .select(["id", "publicId", "name", "kana", "english", "mainAreaCode", "state", "shown"])
    .select(["applicantId", "submittedAt", "registeredAt"])
    .select([sameName.as("sameName"), sameKana.as("sameKana"), samePhone.as("samePhone")])
    .$narrowType<{ readonly state: RegistrationState }>()
    .where("state", "!=", "draft")
    .where("submittedAt", "is not", null)
    .where((eb) => eb.or([sameName, sameKana, samePhone]))
    .$if(exceptId !== null, (query) => query.where("id", "!=", exceptId ?? ""))
    .orderBy(sql`name_key = ${nameKey}`, "desc")
    .orderBy(sql`similarity(name_key, ${nameKey})`, "desc")
    .limit(10)
    .execute()
}

/** What somebody who may not see every record learns of similar ones. */
export type SimilarHints = {
  /** May be named. */
  readonly named: readonly SimilarOrganisation[]
  /** There are others, of which nothing more is said. */
  readonly others: boolean
}

/**
 * For an applicant: only registered groups are named, and never because of a telephone that is not public, else the
 * form would tell whose number it is.
 */
export const similarForApplicant = async (
  tx: Transaction,
  profile: Pick<Profile, "name" | "kana" | "contactPhone">,
  exceptId: string | null,
): Promise<SimilarHints> => {
  const found = await findSimilar(tx, profile, exceptId)
  const standing = found.filter(({ state }) => ["registered", "submitted", "returned"].includes(state))
  const named = standing.filter(mayBeNamed)
  return { named, others: named.length < standing.length }
}

const mayBeNamed = ({ state, sameName, sameKana, shown }: SimilarOrganisation): boolean =>
  state === "registered" && (sameName || sameKana || shown.includes("phone"))

/** For an officer: registered groups everywhere, and every other one that the post covers. */
export const similarForOffice = async (
  tx: Transaction,
  actor: Actor,
  profile: Pick<Profile, "name" | "kana" | "contactPhone">,
  exceptId: string | null,
): Promise<SimilarHints> => {
  const found = await findSimilar(tx, profile, exceptId)
  const named = found.filter((each) => each.state === "registered" || isAllowed(canReadAsOffice(actor, each)))
  return { named, others: named.length < found.length }
}
