/** Days in a row. Null where the text names no day on that side: 「～10月31日」. */
export type Span = { readonly first: Temporal.PlainDate | null; readonly last: Temporal.PlainDate | null }

/** Why a person should look at what was read. */
export type LookAt =
  | "weekday-contradicts"
  | "year-uncertain"
  | "impossible-date"
  | "end-before-start"
  | "open-ended"
  | "out-of-order"
  | "far-from-edition"
  | "partly-unread"

/**
 * The days that a text states, in order; never one that it does not state. Empty, with precision
 * `undetermined`, where it states none. A side that is null always comes with `open-ended`.
 */
export type ReadDays = {
  readonly days: readonly Span[]
  readonly lookAt: readonly LookAt[]
  readonly precision: "day" | "undetermined"
}
