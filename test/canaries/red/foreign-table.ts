import { sql } from "kysely"
import type { Transaction } from "#kernel/transaction.ts"

export const countBodies = (tx: Transaction) => sql`select count(*) from bodies`.execute(tx)
