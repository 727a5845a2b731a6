import type { Expression } from "kysely"
import { newId } from "#kernel/ids.ts"
import type { Lang, Recipient } from "#kernel/messages/messages.ts"
import { type Page, window } from "#kernel/paging.ts"
import type { Transaction, Work } from "#kernel/transaction.ts"

/** Addresses are compared without regard to case. */
export const addressKey = (address: string): string => address.normalize("NFKC").trim().toLowerCase()

export type Person = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly lang: Lang
}

const people = (tx: Transaction) =>
  tx.selectFrom("accounts").select(["id", "name", "email as address", "lang"]).$castTo<Person>()

/** Has anybody ever come here? */
export const hasAccounts = async (tx: Transaction): Promise<boolean> =>
  (await tx.selectFrom("accounts").select("id").limit(1).executeTakeFirst()) !== undefined

export const findPerson = (tx: Transaction, id: string): Promise<Person | undefined> =>
  people(tx).where("id", "=", id).executeTakeFirst()

export const findPersonByAddress = (tx: Transaction, address: string): Promise<Person | undefined> =>
  people(tx).where("email", "=", addressKey(address)).executeTakeFirst()

/** Those of the addresses that have an account. */
export const findPeople = async (tx: Transaction, addresses: readonly string[]): Promise<Person[]> =>
  addresses.length === 0
    ? []
    : people(tx)
        .where((eb) => eb("email", "=", eb.fn.any(eb.val(addresses.map(addressKey)))))
        .execute()

/** The account of an address, made when there is none. It is only a sign-in: whoever reads the mail owns it. */
export const accountFor = async (
  work: Pick<Work, "tx" | "now">,
  person: { readonly address: string; readonly name?: string; readonly lang?: Lang },
): Promise<{ readonly id: string; readonly isNew: boolean }> => {
  const made = await work.tx
    .insertInto("accounts")
    .values({
      id: newId(),
      email: addressKey(person.address),
      name: person.name ?? "",
      lang: person.lang ?? "ja",
      createdAt: work.now,
      updatedAt: work.now,
    })
    .onConflict((row) => row.column("email").doNothing())
    .returning("id")
    .executeTakeFirst()
  if (made) return { id: made.id, isNew: true }
  const known = await findPersonByAddress(work.tx, person.address)
  if (!known) throw new Error("an account with this address is there and cannot be read")
  return { id: known.id, isNew: false }
}

export const markAddressProven = async (work: Pick<Work, "tx" | "now">, id: string): Promise<void> => {
  await work.tx
    .updateTable("accounts")
    .set({ emailVerified: true, updatedAt: work.now })
    .where("id", "=", id)
    .where("emailVerified", "=", false)
    .execute()
}

export const saveName = async (
  work: Pick<Work, "tx" | "now">,
  id: string,
  name: string,
  lang: Lang,
): Promise<void> => {
  await work.tx
    .updateTable("accounts")
    .set({ name, lang, updatedAt: work.now })
    .where("id", "=", id)
    .execute()
}

/** Accounts whose name or address contains these words, for filters of the office. */
export const searchPeople = (tx: Transaction, words: string, most: number): Promise<Person[]> => {
  const like = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return people(tx)
    .where((eb) => eb.or([eb("name", "ilike", like), eb("email", "ilike", like)]))
    .orderBy("id")
    .limit(most)
    .execute()
}

/** Everybody but those whose ids another query finds, by name. */
export const listPeopleExcept = async (
  tx: Transaction,
  others: Expression<{ accountId: string }>,
  page: number,
  size = 50,
): Promise<Page<Person>> => {
  const { limit, offset } = window(page, size)
  const found = people(tx).where("id", "not in", others as never)
  const { total } = await found
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  const rows = await found.orderBy("name").orderBy("id").limit(limit).offset(offset).execute()
  return { rows, total: Number(total), page, size }
}

/** What to call accounts, by id: the name, or the address as long as no name was given. */
export const accountNames = async (
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await people(tx).where("id", "in", wanted).execute()
  return new Map(rows.map((row) => [row.id, row.name || row.address]))
}

/** To whom and in which language a message for this account goes. */
export const recipientOf = async (tx: Transaction, accountId: string): Promise<Recipient | undefined> =>
  (await recipientsOf(tx, [accountId]))[0]

/** The same for several; an account that is no longer there is left out. */
export const recipientsOf = async (tx: Transaction, accountIds: readonly string[]): Promise<Recipient[]> => {
  if (accountIds.length === 0) return []
  const rows = await people(tx)
    .where("id", "in", [...accountIds])
    .orderBy("id")
    .execute()
  return rows.map(({ id, address, lang }) => ({ accountId: id, address, lang }))
}
