import { authorise, type Actor } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { findOrganisationByPublicId, type OrganisationSummary } from "#modules/organisations"
import { canWriteTemplates } from "../policy.ts"

export type Template = {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly version: number
}

/** A group's own texts for answers. */
export const templatesOf = (tx: Transaction, organisationId: string): Promise<Template[]> =>
  tx
    .selectFrom("inquiryTemplates")
    .select(["id", "title", "body", "version"])
    .where("organisationId", "=", organisationId)
    .orderBy("title")
    .orderBy("id")
    .limit(50)
    .execute()

export const getOwnGroup = async (
  tx: Transaction,
  actor: Actor,
  publicId: string,
): Promise<OrganisationSummary> => {
  const group = await findOrganisationByPublicId(tx, publicId)
  if (!group) throw new NotFound(`there is no group ${publicId}`)
  authorise(canWriteTemplates(actor, group.id))
  return group
}
