/** One page of a list. `total` may be a floor when `more` is true. */
export type Page<T> = {
  readonly rows: readonly T[]
  readonly total: number
  readonly page: number
  readonly size: number
}

/** No one reads further than this, and no query should have to. */
const lastPage = 500

export const pageNumber = (text: string | undefined): number => {
  const number = Number(text ?? 1)
  return Number.isInteger(number) && number >= 1 ? Math.min(number, lastPage) : 1
}

export const window = (page: number, size: number): { limit: number; offset: number } => ({
  limit: size,
  offset: (page - 1) * size,
})
