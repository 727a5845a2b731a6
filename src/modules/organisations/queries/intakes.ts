import type { Transaction } from "#kernel/transaction.ts"

/** What was entered for a group by others, the latest first. */
export const intakesOf = (tx: Transaction, organisationId: string) =>
  tx
    .selectFrom("organisationIntakes")
    .select(["at", "act", "channel", "fromWhom", "receivedOn", "reference", "accountId"])
    .$narrowType<{ readonly act: "registration" | "change" }>()
    .where("organisationId", "=", organisationId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute()

export type IntakeEntry = Awaited<ReturnType<typeof intakesOf>>[number]

/** The group that a row of an import made, by its public id. */
export const findImported = async (tx: Transaction, reference: string): Promise<string | undefined> => {
  const row = await tx
    .selectFrom("organisationIntakes")
    .innerJoin("organisations", "organisations.id", "organisationIntakes.organisationId")
    .select("organisations.publicId")
    .where("channel", "=", "import")
    .where("reference", "=", reference)
    .executeTakeFirst()
  return row?.publicId
}
