import type { Transaction } from "#kernel/transaction.ts"
import { findArea } from "#modules/places"
import type { ListingCard, Reader } from "./cards.ts"
import { earliest, endsOf } from "./list.ts"
import { listComing } from "./public.ts"

/** Cards for somebody else's page, and the instant at which they would be others. */
type Shown = { readonly cards: readonly ListingCard[]; readonly until: Temporal.Instant | null }

const shown = (cards: readonly ListingCard[], now: Temporal.Instant): Shown => ({
  cards,
  until: earliest(
    cards.flatMap((card) => [...endsOf(card), card.endsAt, card.applyBy]),
    now,
  ),
})

export const comingAnywhere = async (tx: Transaction, _: string, reader: Reader): Promise<Shown> =>
  shown(await listComing(tx, {}, reader, 6), reader.now)

export const comingInArea = async (
  tx: Transaction,
  code: string,
  reader: Reader,
): Promise<Shown & { readonly area?: string }> => {
  const area = await findArea(tx, code)
  if (!area) return { cards: [], until: null }
  return { ...shown(await listComing(tx, { area }, reader, 6), reader.now), area: area.slug }
}

export const comingOfGroup = async (
  tx: Transaction,
  organisationId: string,
  reader: Reader,
): Promise<Shown> => shown(await listComing(tx, { organisationId }, reader, 12), reader.now)
