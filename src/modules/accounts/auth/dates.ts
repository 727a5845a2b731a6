import type { KyselyPlugin } from "kysely"

/** better-auth compares dates of the old kind; our pools read Temporal. */
export const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: ({ result }) =>
    Promise.resolve({ ...result, rows: result.rows.map((row) => mapValues(row, asDate)) }),
}

const mapValues = <T>(row: Record<string, T>, change: (value: T) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(value)]))

const asDate = (value: unknown): unknown =>
  value instanceof Temporal.Instant ? new Date(value.epochMilliseconds) : value
