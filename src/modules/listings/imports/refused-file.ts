import { open, type FileHandle } from "node:fs/promises"
import { writeTable } from "#kernel/tables/write-table.ts"
import type { RefusedRow } from "./refusals.ts"

/** In front of the cells of the row, so that they stay in their columns however many there are. */
const added = ["行番号", "理由のある列", "理由"]

/** Writes the refused rows down as they come. Without any, no file is made. */
export const writeRefused = async (
  path: string,
  headings: readonly string[],
  rows: AsyncIterable<RefusedRow>,
): Promise<boolean> => {
  let isNeeded = false
  const lines = async function* (): AsyncGenerator<string[]> {
    for await (const { line, column, reason, cells } of rows) {
      isNeeded = true
      yield [String(line), column, reason, ...cells]
    }
  }
  let file: FileHandle | undefined
  let waiting: Uint8Array[] = []
  try {
    for await (const bytes of writeTable([...added, ...headings], lines())) {
      waiting.push(bytes)
      if (!isNeeded) continue
      file ??= await open(path, "w")
      for (const each of waiting) await file.write(each)
      waiting = []
    }
    return isNeeded
  } finally {
    await file?.close()
  }
}
