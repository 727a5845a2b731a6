import { listAreas } from "#modules/places"
import type { Transaction } from "#kernel/transaction.ts"

export const warmUp = async (tx: Transaction): Promise<void> => {
  await listAreas(tx)
}
