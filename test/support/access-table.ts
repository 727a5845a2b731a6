// Reads test/access.table: route × kind of actor × whose record → status. Written by hand, read by test/access.

export type AccessRow = {
  readonly line: number
  readonly method: "GET" | "POST"
  /** With fixtures in braces: /organisations/{own-group}. */
  readonly path: string
  /** Status by actor; an actor whose cell is `-` does not exist in this city. */
  readonly cells: ReadonlyMap<string, number>
  /** The city that the row is about; absent: both. */
  readonly city: string | null
}

/**
 * `#` begins a comment. `actors:` names the columns of the rows below it. `city: osaka` limits the rows below it,
 * `city: all` ends that. A `.` repeats the status to its left.
 */
export const readAccessTable = (text: string): AccessRow[] => {
  let actors: string[] = []
  let city: string | null = null
  const rows: AccessRow[] = []
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.replace(/\s+#.*$|^#.*$/, "").trim()
    if (line.startsWith("actors:")) actors = line.slice(7).trim().split(/\s+/)
    else if (line.startsWith("city:")) city = line.slice(5).trim() === "all" ? null : line.slice(5).trim()
    else if (line !== "") rows.push(readRow(line, index + 1, actors, city))
  }
  return rows
}

const readRow = (line: string, number: number, actors: readonly string[], city: string | null): AccessRow => {
  const [method, path, ...statuses] = line.split(/\s+/)
  if ((method !== "GET" && method !== "POST") || !path) throw new Error(`access.table:${number}: no route`)
  if (statuses.length !== actors.length)
    throw new Error(`access.table:${number}: ${statuses.length} cells for ${actors.length} actors`)
  const cells = new Map<string, number>()
  let last = Number.NaN
  for (const [at, status] of statuses.entries()) {
    if (status === "-") continue
    if (status !== ".") last = Number(status)
    if (!Number.isInteger(last)) throw new Error(`access.table:${number}: ${status} is no status`)
    cells.set(actors[at] ?? "", last)
  }
  return { line: number, method, path, cells, city }
}

/** The parameter names of a path do not matter: /listings/{own} and /listings/:id are the same route. */
export const routeShape = (path: string): string =>
  path
    .replace(/\?.*$/, "")
    .replaceAll(/\{[^}]+\}|:[^/]+/g, "*")
    .replace(/(.)\/$/, "$1")
