export type Measure = {
  readonly name: string
  readonly value: number
  readonly reference: number
  readonly ratio: number
}

/** One JSON line a measure: its value, what it is held against, and the ratio of the two. */
export const report = (name: string, value: number, reference: number): void => {
  const measure: Measure = {
    name,
    value: round(value),
    reference: round(reference),
    ratio: round(value / reference),
  }
  process.stdout.write(`${JSON.stringify(measure)}\n`)
}

const round = (number: number): number => Number(number.toPrecision(4))

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
