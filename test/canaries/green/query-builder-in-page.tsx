import { listAreas } from "#modules/places"
import type { Transaction } from "#kernel/transaction.ts"

export const countAreas = async (tx: Transaction) => (await listAreas(tx)).length
