import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { expect, test } from "vitest"
import labelled from "#test/date-labels.json" with { type: "json" }
import { readDaysFrom } from "./read-days-from.ts"
import type { ReadDays, Span } from "./reading.ts"
import { daysOf } from "./spans.ts"

/*
 * Acceptance line 19. The sample is the 150 rows with the lowest SHA-256 (hex) of the row's text, which is: the
 * 16 fields of the record in the order of the columns, as parsed from the CSV and otherwise untouched, joined
 * with U+001F and encoded in UTF-8. The labels were made by reading, and stand in test/date-labels.json by hash
 * alone. A row is right when the set of days read is the set of days labelled.
 */
const file = join(import.meta.dirname, "../../../../shared/data/takamatsu/events-2023-2026.csv")
const absent = !existsSync(file)

type Label = { readonly days: (readonly (string | null)[])[] | null; readonly lookAt?: boolean }
const labels: Readonly<Record<string, Label>> = labelled.labels

const hashOf = (row: readonly string[]): string =>
  createHash("sha256").update(row.join("\u001f")).digest("hex")

const rows = (): { readonly hash: string; readonly row: readonly string[] }[] => {
  const records: string[][] = parse(readFileSync(file), { bom: true, fromLine: 2 })
  return records
    .map((row) => ({ hash: hashOf(row), row }))
    .toSorted((one, other) => (one.hash < other.hash ? -1 : 1))
}

/** 掲載年月, 対象, 開催日, 開始時間 */
const read = ([edition = "", , days = "", start = ""]: readonly string[]): ReadDays =>
  readDaysFrom([days, start], Temporal.PlainYearMonth.from(edition))

const setOf = (spans: readonly Span[]): string =>
  spans
    .flatMap((span) => {
      const days = daysOf(span).map((day) => day.toString())
      return days.length > 0 ? days : [`${span.first?.toString() ?? ""}..${span.last?.toString() ?? ""}`]
    })
    .toSorted()
    .join(" ")

const day = (text: string | null | undefined): Temporal.PlainDate | null =>
  text ? Temporal.PlainDate.from(text) : null

test.skipIf(absent)(
  "acceptance 19: the labels are those of the 150 rows with the lowest hash (needs ../shared/data)",
  () => {
    const sample = rows().slice(0, 150)
    expect(sample.map(({ hash }) => hash)).toEqual(Object.keys(labels).toSorted())
  },
)

test.skipIf(absent)(
  "acceptance 19: at least 97 % of the rows that state a day are right, none invented (needs ../shared/data)",
  () => {
    const wrong: string[] = []
    const invented: string[] = []
    let dated = 0
    for (const { hash, row } of rows().slice(0, 150)) {
      const label = labels[hash]
      const { days, lookAt } = read(row)
      if (!label?.days) {
        if (days.length > 0) invented.push(hash)
        continue
      }
      dated += 1
      const right = setOf(label.days.map(([first, last]) => ({ first: day(first), last: day(last) })))
      if (setOf(days) !== right) wrong.push(hash)
      expect(lookAt.includes("weekday-contradicts")).toBe(label.lookAt ?? false)
    }
    const share = (dated - wrong.length) / dated
    console.log(
      `days: ${dated - wrong.length} of ${dated} right (${(share * 100).toFixed(1)} %), invented: ${invented.length}`,
    )
    expect(invented).toEqual([])
    expect(share).toBeGreaterThanOrEqual(0.97)
  },
)

test.skipIf(absent)(
  "acceptance 19: a wrong weekday put into any row is marked (needs ../shared/data)",
  () => {
    const letters = "月火水木金土日"
    const shifted = (text: string): string =>
      text.replaceAll(/(日\s*[(（])([月火水木金土日])/g, (_, before: string, letter: string) => {
        const next = letters[(letters.indexOf(letter) + 1) % 7]
        return `${before}${next ?? ""}`
      })
    let marked = 0
    for (const { row } of rows()) {
      const [edition = "", , days = ""] = row
      if (shifted(days) === days || read(row).days.length === 0) continue
      const { lookAt } = readDaysFrom([shifted(days)], Temporal.PlainYearMonth.from(edition))
      expect(lookAt, days).toContain("weekday-contradicts")
      marked += 1
    }
    expect(marked).toBeGreaterThan(300)
  },
)
