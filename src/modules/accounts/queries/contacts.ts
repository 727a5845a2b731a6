import { sql } from "kysely"
import { inPattern, type Question } from "#kernel/question.ts"
import type { Transaction } from "#kernel/transaction.ts"

/** A person or desk to be reached: class C, shown only by the one body or organisation that owns it. */
export type Contact = {
  readonly id: string
  readonly name: string
  readonly kana: string
  readonly address: string
  readonly phone: string
  readonly fax: string
  readonly postalAddress: string
  /** Linked by the person's own confirmation only. */
  readonly accountId: string | null
}

/** The caller's policy decides who may see it: a contact knows its owner, not its readers. */
export const contactOf = async (tx: Transaction, id: string): Promise<Contact | undefined> =>
  (await contactsByIds(tx, [id])).get(id)

/** Many at once, for lists; the same rule about who may see them. */
export const contactsByIds = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Contact>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Contact>`
    select id, name, kana, account_id, coalesce(address, '') as address, coalesce(phone, '') as phone,
      coalesce(fax, '') as fax, coalesce(postal_address, '') as postal_address
    from contacts where id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Organisations whose contact has such a number or name: who asks decides what may be told of it. */
export const organisationsReachedBy = async (
  tx: Transaction,
  { text, phones }: Pick<Question, "text" | "phones">,
): Promise<string[]> => {
  const byName = phones.length === 0 && [...text].length >= 2
  if (!byName && phones.length === 0) return []
  const rows = await tx
    .selectFrom("contacts")
    .select("ownerOrganisationId as id")
    .where("ownerOrganisationId", "is not", null)
    .where((eb) =>
      byName
        ? eb("name", "like", `${inPattern(text)}%`)
        : eb.or(phones.map((pattern) => eb("phoneKey", "like", pattern))),
    )
    .limit(40)
    .execute()
  return rows.flatMap((row) => row.id ?? [])
}

/** Organisations that are reached under this number (see phoneKey in kernel/text.ts): a hint that two are one. */
export const organisationsByPhone = async (tx: Transaction, phoneKey: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom("contacts")
    .select("ownerOrganisationId as id")
    .distinct()
    .where("phoneKey", "=", phoneKey)
    .where("ownerOrganisationId", "is not", null)
    .execute()
  return rows.flatMap((row) => row.id ?? [])
}
