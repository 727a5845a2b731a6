import { NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { phoneKey, tidy } from "#kernel/text.ts"
import type { Work } from "#kernel/transaction.ts"

/** A contact belongs to one body or one organisation, and is never shared between them. */
export type ContactOwner =
  | { readonly kind: "body"; readonly id: string }
  | { readonly kind: "organisation"; readonly id: string }

export type ContactInput = {
  readonly name: string
  readonly kana: string
  readonly address: string
  readonly phone: string
  readonly fax?: string
  /** Where letters go; `address` is the one of mail. */
  readonly postalAddress?: string
}

/** Part of another module's command, which authorises and audits. With `id`, it changes the owner's contact. */
export const saveContact = async (
  work: Work,
  owner: ContactOwner,
  input: ContactInput,
  id?: string,
): Promise<string> => {
  const values = {
    name: tidy(input.name),
    kana: tidy(input.kana),
    address: tidy(input.address) || null,
    phone: tidy(input.phone) || null,
    phoneKey: phoneKey(input.phone),
    fax: tidy(input.fax ?? "") || null,
    postalAddress: tidy(input.postalAddress ?? "") || null,
    updatedAt: work.now,
  }
  if (id === undefined) return addContact(work, owner, values)
  const { numUpdatedRows } = await work.tx
    .updateTable("contacts")
    .set(values)
    .where("id", "=", id)
    .where(owner.kind === "body" ? "ownerBodyId" : "ownerOrganisationId", "=", owner.id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound(`the owner has no contact ${id}`)
  return id
}

type Values = {
  readonly name: string
  readonly kana: string
  readonly address: string | null
  readonly phone: string | null
  readonly phoneKey: string | null
  readonly fax: string | null
  readonly postalAddress: string | null
  readonly updatedAt: Temporal.Instant
}

const addContact = async (work: Work, owner: ContactOwner, values: Values): Promise<string> => {
  const id = newId()
  await work.tx
    .insertInto("contacts")
    .values({
      ...values,
      id,
      ownerBodyId: owner.kind === "body" ? owner.id : null,
      ownerOrganisationId: owner.kind === "organisation" ? owner.id : null,
      createdAt: work.now,
    })
    .execute()
  return id
}
