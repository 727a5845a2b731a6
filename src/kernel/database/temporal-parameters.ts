// pg sends an unknown object as JSON, in quotes; a value with toPostgres it asks for its text.
// Adds that method to the Temporal types, once for the whole program.

for (const type of [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime, Temporal.PlainDateTime]) {
  Object.defineProperty(type.prototype, "toPostgres", {
    value(this: { toString: () => string }) {
      return this.toString()
    },
  })
}

export {}
