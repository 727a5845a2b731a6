import { sql } from "kysely"
import { Gone, NotFound } from "#kernel/errors.ts"
import { window, type Page } from "#kernel/paging.ts"
import { matching } from "#kernel/search.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { ContactItem, OrganisationKind, Profile } from "../schema/form.ts"
import type { RegistrationState } from "../schema/registration.ts"
import { getRecord, profileOf } from "./records.ts"

/** What others show of a group: its name in each form, and where it stands. */
export type OrganisationSummary = {
  readonly id: string
  readonly publicId: string
  readonly name: string
  readonly kana: string
  readonly english: string
  readonly kind: OrganisationKind
  readonly mainAreaCode: string
  readonly fields: readonly number[]
  readonly bodyId: string
  readonly state: RegistrationState
  /** When its people last said that this is right. */
  readonly confirmedAt: Temporal.Instant | null
}

const summaries = (tx: Transaction) =>
  tx
    .selectFrom("organisations")
    .select([
      "id",
      "publicId",
      "name",
      "kana",
      "english",
      "kind",
      "mainAreaCode",
      "fields",
      "bodyId",
      "state",
      "confirmedAt",
    ])
    .$narrowType<{ readonly state: RegistrationState; readonly kind: OrganisationKind }>()

/** A group in whatever state, for modules whose records hang on it; they decide what its state means to them. */
export const findOrganisation = (tx: Transaction, id: string): Promise<OrganisationSummary | undefined> =>
  summaries(tx).where("id", "=", id).executeTakeFirst()

/** The same by the id in addresses. */
export const findOrganisationByPublicId = (
  tx: Transaction,
  publicId: string,
): Promise<OrganisationSummary | undefined> =>
  summaries(tx).where("publicId", "=", publicId).executeTakeFirst()

/** Several groups in whatever state, by id. */
export const findOrganisations = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationSummary>> => {
  if (ids.length === 0) return new Map()
  const rows = await summaries(tx)
    .where("id", "in", [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those of the groups that are public now, by id. */
export const organisationsByIds = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationSummary>> => {
  if (ids.length === 0) return new Map()
  const rows = await summaries(tx)
    .where("id", "in", [...ids])
    .where("state", "=", "registered")
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export const directorySize = 20

export type DirectoryFilter = {
  readonly q: string
  readonly areaCode: string | null
  readonly field: number | null
  readonly kind: OrganisationKind | null
  readonly page: number
}

/** A group as a row of the directory. */
export type DirectoryRow = OrganisationSummary & { readonly purpose: string }

// Kana in dictionary order: by code point ガク would stand after カワ.
const byKana = sql`kana collate "ja-x-icu"`

const directory = (tx: Transaction, filter: DirectoryFilter) => {
  const words = matching("organisation", filter.q, sql<string>`organisations.id`)
  return summaries(tx)
    .where("state", "=", "registered")
    .where("staleAt", "is", null)
    .$if(words !== null, (query) => query.where(words ?? sql<boolean>`true`))
    .$if(filter.kind !== null, (query) => query.where("kind", "=", filter.kind ?? ""))
    .$if(filter.field !== null, (query) => query.where(sql<boolean>`${filter.field}::int = any (fields)`))
    .$if(filter.areaCode !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom("organisationAreas")
            .select("areaCode")
            .whereRef("organisationId", "=", "organisations.id")
            .where("areaCode", "=", filter.areaCode ?? ""),
        ),
      ),
    )
}

/** The registered groups that fit, in the order of their kana. */
export const listOrganisations = async (
  tx: Transaction,
  filter: DirectoryFilter,
): Promise<Page<DirectoryRow>> => {
  const { limit, offset } = window(filter.page, directorySize)
  const { total } = await directory(tx, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  const rows = await directory(tx, filter)
    .select("purpose")
    .orderBy(byKana)
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows, total, page: filter.page, size: directorySize }
}

type ShownContact = Readonly<Record<"name" | "phone" | "fax" | "mail" | "address", string>>

/** What the public reads about a group. A contact that is not public is not there at all. */
export type PublicOrganisation = OrganisationSummary &
  Omit<Profile, "shown" | `contact${string}`> & {
    readonly registeredAt: Temporal.Instant
    /** Nobody has confirmed it for so long that it left the lists. */
    readonly stale: boolean
    readonly contact: ShownContact | null
  }

/** The public page of a group: gone with its reason when it was public once, else not found. */
export const getPublicOrganisation = async (
  tx: Transaction,
  publicId: string,
): Promise<PublicOrganisation> => {
  const record = await getRecord(tx, publicId)
  const { registeredAt } = record
  if (!registeredAt) throw new NotFound(`organisation ${publicId} was never public`)
  if (record.state !== "registered")
    throw new Gone(`organisation ${publicId} is ${record.state}`, record.publicReason ?? "")
  const profile = await profileOf(tx, record)
  const { id, mainAreaCode, bodyId, state } = record
  const { confirmedAt, staleAt } = record
  return {
    ...shownOf(profile),
    ...{ id, publicId, mainAreaCode, bodyId, state, registeredAt, confirmedAt },
    stale: staleAt !== null,
  }
}

/** The profile without what the group keeps to itself. */
const shownOf = (profile: Profile) => {
  const { contactName, contactPhone, contactFax, contactMail, contactAddress, shown, ...rest } = profile
  const open = (item: ContactItem, value: string): string => (shown.includes(item) ? value : "")
  const contact = {
    name: open("name", contactName),
    phone: open("phone", contactPhone),
    fax: open("fax", contactFax),
    mail: open("mail", contactMail),
    address: open("address", contactAddress),
  }
  return {
    ...rest,
    website: open("website", rest.website),
    links: shown.includes("links") ? rest.links : [],
    contact: Object.values(contact).some((value) => value !== "") ? contact : null,
  }
}
