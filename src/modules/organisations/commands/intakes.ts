import type { Hat } from "#kernel/actor.ts"
import { newId } from "#kernel/ids.ts"
import { hatOf, type Work } from "#kernel/transaction.ts"
import type { OrganisationRecord } from "../queries/records.ts"
import type { Intake } from "../schema/intake.ts"

type Written = Omit<Intake, "channel"> & { readonly channel: Intake["channel"] | "import" }

/** Part of a command that enters something for others: which way it came, from whom, when, and where the paper lies. */
export const writeIntake = async (
  work: Work,
  record: OrganisationRecord,
  hat: Hat,
  act: "registration" | "change",
  intake: Written,
): Promise<void> => {
  await work.tx
    .insertInto("organisationIntakes")
    .values({
      ...intake,
      ...{ id: newId(), organisationId: record.id, at: work.now, act },
      ...{ accountId: work.actor.accountId, hat: hatOf(work, hat) },
    })
    .execute()
}

/** For the audit. */
export const intakeTexts = ({ channel, fromWhom, receivedOn, reference }: Intake) => ({
  intake: { channel, fromWhom, receivedOn: receivedOn.toString(), reference },
})
