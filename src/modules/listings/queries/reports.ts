import type { Transaction } from "#kernel/transaction.ts"
import type { Outcome, Why } from "../schema/reports.ts"

export type Report = {
  readonly id: string
  readonly at: Temporal.Instant
  readonly why: Why
  readonly body: string
  readonly hasAddress: boolean
  readonly decidedAt: Temporal.Instant | null
  readonly outcome: Outcome | null
  readonly answer: string
}

/** What readers reported of a listing, what waits first; the address stays where it is. */
export const reportsOf = async (tx: Transaction, listingId: string): Promise<Report[]> => {
  const rows = await tx
    .selectFrom("listingReports")
    .select(["id", "at", "why", "body", "address", "decidedAt", "outcome", "answer"])
    .where("listingId", "=", listingId)
    .orderBy("decidedAt", (order) => order.desc().nullsFirst())
    .orderBy("at")
    .limit(50)
    .$castTo<Omit<Report, "hasAddress"> & { readonly address: string }>()
    .execute()
  return rows.map(({ address, ...row }) => ({ ...row, hasAddress: address !== "" }))
}
