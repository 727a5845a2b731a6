import { stat } from "node:fs/promises"
import type { City } from "#kernel/city.ts"
import { readTable } from "#kernel/tables/read-table.ts"
import { readColumns } from "./columns.ts"
import type { Profile } from "./profile.ts"
import type { Reader } from "./read-rows.ts"

/** The file cannot be imported at all; the message is for whoever brought it. */
export class UnusableFile extends Error {}

/** A file that has what its profile needs, ready to be read. */
export const openFile = async (path: string, profile: Profile, city: City): Promise<Reader> => {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new UnusableFile(`${path} は見つかりません。/ There is no such file.`)
  if (!found.isFile()) throw new UnusableFile(`${path} はファイルではありません。/ It is not a file.`)
  const table = await readTable(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code
      ? new UnusableFile(`${path} は開けません（${error.code}）。/ It cannot be opened.`)
      : error
  })
  if (table.headings.names.length === 0) throw new UnusableFile(`${path} は空です。/ The file is empty.`)
  const columns = readColumns(profile, table.headings.names)
  if (columns.missing.length === 0) return { table, profile, columns, city }
  const missing = columns.missing.join("、")
  throw new UnusableFile(
    `「${profile.title}」（${profile.name}）の見出しがありません：${missing}
The headings above, which the profile ${profile.name} needs, are missing in ${path}.`,
  )
}
