import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import iconv from "iconv-lite"
import { expect, test } from "vitest"
import { fitCp932, withTwins } from "./cp932.ts"
import { readTable } from "./read-table.ts"

const file = join(import.meta.dirname, "../../../../shared/data/takamatsu/events-2023-2026.csv")

test.skipIf(!existsSync(file))(
  "acceptance 18: the real file has 1,268 rows without problems, and reads alike in all three encodings (needs ../shared/data)",
  async () => {
    const text = fitCp932(withTwins(await readFile(file, "utf8"))).text
    const sources = [Buffer.from(text), Buffer.from(`\ufeff${text}`), iconv.encode(text, "cp932")]
    const tables = await Promise.all(sources.map((source) => readTable(source)))
    expect(tables.map(({ encoding }) => encoding)).toEqual(["utf-8", "utf-8-bom", "cp932"])
    const [plain, ...others] = await Promise.all(tables.map(({ rows }) => Array.fromAsync(rows)))
    expect(plain).toHaveLength(1268)
    expect(plain?.flatMap(({ problems }) => problems)).toEqual([])
    for (const rows of others)
      expect(rows.map(({ record }) => record)).toEqual(plain?.map(({ record }) => record))
  },
)
