import { isAllowed, type Actor } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { Change } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import { findOrganisations } from "#modules/organisations"
import { canListAsOffice } from "../policy.ts"

/** X16, X17: a conversation is called after the group that was asked, for those who may open it, and never by its words. */
export const inquiryTitles = async (tx: Transaction, kind: string, ids: readonly string[]) => {
  if (kind !== "inquiry" || ids.length === 0) return new Map<string, { title: string; href: string }>()
  const rows = await tx
    .selectFrom("inquiries")
    .select(["id", "publicId", "organisationId"])
    .where((eb) => eb("id", "=", eb.fn.any(eb.val([...ids]))))
    .execute()
  const groups = await findOrganisations(
    tx,
    rows.map(({ organisationId }) => organisationId),
  )
  return new Map(
    rows.map(({ id, publicId, organisationId }) => [
      id,
      { title: groups.get(organisationId)?.name ?? "", href: `/staff/inquiries/${publicId}` },
    ]),
  )
}

/** Cases of the worn body that others settled. */
export const inquiryChanges = async (
  tx: Transaction,
  actor: Actor,
  view: View,
  since: Temporal.Instant,
): Promise<Change[]> => {
  if (!isAllowed(canListAsOffice(actor))) return []
  const rows = await tx
    .selectFrom("inquiryCases")
    .innerJoin("inquiries", "inquiries.id", "inquiryCases.inquiryId")
    .select(["inquiries.publicId", "inquiries.organisationId", "inquiryCases.settledAt"])
    .where("inquiryCases.settledAt", ">=", since)
    .where("inquiryCases.settledBy", "is distinct from", actor.accountId)
    .where((eb) => eb(eb.val(actor.wearing?.bodyId ?? null), "=", eb.fn.any("inquiryCases.bodyIds")))
    .orderBy("inquiryCases.settledAt", "desc")
    .limit(50)
    .execute()
  const groups = await findOrganisations(
    tx,
    rows.map(({ organisationId }) => organisationId),
  )
  return rows.flatMap(({ publicId, organisationId, settledAt: at }) => {
    const title = groups.get(organisationId)?.name ?? ""
    const what = view.t("inquiries:office.was-settled")
    return at ? [{ title, what, href: `/staff/inquiries/${publicId}`, at }] : []
  })
}
