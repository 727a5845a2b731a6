import { sql } from "kysely"
import type { Transaction } from "#kernel/transaction.ts"

export const countStamps = (tx: Transaction) =>
  tx
    .selectFrom("pageStamps")
    .select(sql<number>`count(*)`.as("stamps"))
    .execute()
