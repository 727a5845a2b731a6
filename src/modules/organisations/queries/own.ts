import { authorise, type Actor } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canReadOwn } from "../policy.ts"
import type { RegistrationState } from "../schema/registration.ts"
import { openRequests } from "./change-requests.ts"
import { getRecord, historyOf, profileOf } from "./records.ts"

/** A group or an application, as its people see it on their own page. */
export type OwnOrganisation = {
  readonly id: string
  readonly publicId: string
  readonly name: string
  readonly state: RegistrationState
  readonly receiptNumber: string | null
  readonly registeredAt: Temporal.Instant | null
  readonly dueOn: Temporal.PlainDate | null
  readonly updatedAt: Temporal.Instant
  readonly confirmedAt: Temporal.Instant | null
}

/** Everything a person applies for or is a member of, what changed last first; not what was given up unseen. */
export const listOwn = (tx: Transaction, actor: Actor): Promise<OwnOrganisation[]> => {
  const memberOf = actor.memberships.map(({ organisationId }) => organisationId)
  return tx
    .selectFrom("organisations")
    .select([
      "id",
      "publicId",
      "name",
      "state",
      "receiptNumber",
      "registeredAt",
      "dueOn",
      "updatedAt",
      "confirmedAt",
    ])
    .$narrowType<{ readonly state: RegistrationState }>()
    .where((eb) =>
      eb.or([
        eb.and([eb("applicantId", "=", actor.accountId), eb("registeredAt", "is", null)]),
        ...(memberOf.length > 0 ? [eb("id", "in", memberOf)] : []),
      ]),
    )
    .where((eb) => eb.or([eb("state", "!=", "withdrawn"), eb("registeredAt", "is not", null)]))
    .orderBy("updatedAt", "desc")
    .execute()
}

/** One of them, with all that was said. Names of officers and their notes are not for applicants. */
export const getOwn = async (tx: Transaction, actor: Actor, publicId: string) => {
  const record = await getRecord(tx, publicId)
  authorise(canReadOwn(actor, record))
  const history = await historyOf(tx, record.id)
  const requests = await openRequests(tx, record.id)
  return {
    record,
    requests,
    profile: await profileOf(tx, record),
    history: history.map(({ at, event, state, hat, reason, fieldReasons }) => {
      return {
        at,
        event,
        state,
        reason,
        fieldReasons,
        byOffice: hat.startsWith("post:") || hat.startsWith("system:"),
      }
    }),
  }
}

export type OwnRecord = Awaited<ReturnType<typeof getOwn>>
