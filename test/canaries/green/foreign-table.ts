import { sql } from "kysely"
import type { Transaction } from "#kernel/transaction.ts"

export const countOrganisations = (tx: Transaction) => sql`select count(*) from organisations`.execute(tx)
