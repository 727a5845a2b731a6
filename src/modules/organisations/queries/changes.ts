import { sql } from "kysely"
import { isAllowed, type Actor } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canListAsOffice } from "../policy.ts"

export type OrganisationChange = {
  readonly publicId: string
  readonly name: string
  readonly event: string
  readonly at: Temporal.Instant
}

/** Steps of registrations that the worn post covers, by others than the reader, the newest first. */
export const listChanges = async (
  tx: Transaction,
  actor: Actor,
  since: Temporal.Instant,
): Promise<OrganisationChange[]> => {
  if (!isAllowed(canListAsOffice(actor))) return []
  const areas = actor.wearing?.areas ?? []
  const covered = areas === "all" ? sql`true` : sql`o.main_area_code = any (${areas}::text[])`
  const { rows } = await sql<OrganisationChange>`
    select o.public_id, o.name, e.event, e.at from organisation_events e
    join organisations o on o.id = e.organisation_id
    where e.at >= ${since} and o.submitted_at is not null and e.at >= o.submitted_at and ${covered}
      and e.account_id is distinct from ${actor.accountId}
    order by e.at desc, e.id desc limit 50`.execute(tx)
  return rows
}

/** X16: what the audit's subjects are called: every record, since who reads the audit may see them all. */
export const organisationTitles = async (tx: Transaction, kind: string, ids: readonly string[]) => {
  if (kind !== "organisation" || ids.length === 0) return new Map<string, { title: string }>()
  const rows = await tx
    .selectFrom("organisations")
    .select(["id", "name"])
    .where((eb) => eb("id", "=", eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, { title: name }]))
}
