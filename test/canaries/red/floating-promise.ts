import { listAreas } from "#modules/places"
import type { Transaction } from "#kernel/transaction.ts"

export const warmUp = (tx: Transaction): void => {
  listAreas(tx)
}
