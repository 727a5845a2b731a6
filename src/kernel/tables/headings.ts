/** A heading as it is compared: full-width kana, half-width letters, one line, no blanks around. */
export const normaliseHeading = (heading: string): string =>
  heading.normalize("NFKC").replaceAll(/\s+/g, " ").trim()

export type Headings = {
  /** As keys of a record: normalised; a repeated one is numbered, an empty one named by its place. */
  readonly names: readonly string[]
  /** What was changed, to be told to whoever brought the file. */
  readonly repairs: readonly { readonly from: string; readonly to: string }[]
}

const free = (name: string, taken: ReadonlySet<string>): string => {
  for (let number = 2; ; number++) {
    const numbered = `${name} (${number})`
    if (!taken.has(numbered)) return numbered
  }
}

export const readHeadings = (cells: readonly string[]): Headings => {
  const names = new Set<string>()
  const repairs: { from: string; to: string }[] = []
  for (const [at, cell] of cells.entries()) {
    const name = normaliseHeading(cell) || `列${at + 1}`
    const to = names.has(name) ? free(name, names) : name
    names.add(to)
    if (to !== cell) repairs.push({ from: cell, to })
  }
  return { names: [...names], repairs }
}
