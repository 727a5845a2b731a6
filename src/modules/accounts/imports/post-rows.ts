import { stringify } from "csv-stringify/sync"
import { readTable } from "#kernel/tables/read-table.ts"
import { tidy } from "#kernel/text.ts"

/** The columns of a file of posts, each under the headings that offices give it. */
export const postColumns = {
  address: ["メールアドレス", "メール", "address", "mail", "email"],
  name: ["氏名", "名前", "name"],
  body: ["所属", "body"],
  programme: ["事業", "programme"],
  role: ["役割", "権限", "role"],
  areas: ["受け持つ地域", "地域", "区", "areas"],
  from: ["始まりの日", "開始日", "から", "from"],
  to: ["終わりの日", "終了日", "まで", "to"],
} as const

export type PostColumn = keyof typeof postColumns

/** A row as it stood in the file. */
export type PostLine = { readonly line: number; readonly cells: Readonly<Record<PostColumn, string>> }

export type ReadFile =
  | { readonly lines: readonly PostLine[] }
  | { readonly refused: "no-columns" | "no-rows" | "too-many" }

/** A whole city's change of posts fits in one file. */
export const mostRows = 2000

const needed: readonly PostColumn[] = ["address", "body", "role", "from"]

/** A CSV file in any encoding that offices use, or cells copied from a spreadsheet. */
export const readPostRows = async (bytes: Uint8Array): Promise<ReadFile> => {
  const table = await readTable(withCommas(bytes))
  const headings = table.headings.names.map((name) => name.toLowerCase())
  const at = Object.fromEntries(
    Object.entries(postColumns).map(([column, names]) => [
      column,
      headings.findIndex((heading) => (names as readonly string[]).includes(heading)),
    ]),
  ) as Record<PostColumn, number>
  if (needed.some((column) => at[column] === -1)) return { refused: "no-columns" }
  const lines: PostLine[] = []
  for await (const { line, cells } of table.rows) {
    if (cells.every((cell) => cell.trim() === "")) continue
    if (lines.length === mostRows) return { refused: "too-many" }
    lines.push({ line, cells: cellsOf(cells, at) })
  }
  return lines.length === 0 ? { refused: "no-rows" } : { lines }
}

const cellsOf = (cells: readonly string[], at: Record<PostColumn, number>): Record<PostColumn, string> =>
  Object.fromEntries(
    Object.entries(at).map(([column, index]) => [column, tidy(cells[index] ?? "").slice(0, 300)]),
  ) as Record<PostColumn, string>

/** What is copied from a spreadsheet has tabs between its cells. */
const withCommas = (bytes: Uint8Array): Buffer => {
  const text = Buffer.from(bytes).toString("utf8")
  const [first = ""] = text.split("\n")
  if (!first.includes("\t") || first.includes(",")) return Buffer.from(bytes)
  return Buffer.from(stringify(text.split(/\r?\n/).map((line) => line.split("\t"))))
}
