import { z } from "zod"
import { optionalLine, optionalLink, optionalText } from "#web/forms.ts"
import { readSince } from "./since.ts"

// Links and recognitions: a few rows each, whose fields are named `links.0.url`. Empty rows are not there.

/** A page elsewhere; without a label it goes by its own name. */
export type Link = { readonly label: string; readonly url: string }

/** What a group was honoured with, by the City or by others, and what shows it. */
export type Recognition = {
  readonly year: string
  readonly name: string
  readonly by: string
  /** Of the City or one of its wards. */
  readonly city: boolean
  /** An address on the web, or words such as the number of the certificate. */
  readonly evidence: string
}

export const mostRows = 10
export const rowNames = { links: ["label", "url"], recognitions: ["year", "name", "by", "evidence"] } as const

const rowName = /^(links|recognitions)\.(\d{1,2})\.(label|url|year|name|by|city|evidence)$/

type TypedRow = Readonly<Record<string, unknown>>

/** Names such as `links.0.url` as nested values; other dotted names are nobody's. */
export const nestRows = (flat: unknown): unknown => {
  if (typeof flat !== "object" || flat === null) return flat
  const rows: Record<string, Record<string, TypedRow>> = { links: {}, recognitions: {} }
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(flat)) {
    const [, list = "", row = "", part = ""] = rowName.exec(name) ?? []
    const within = rows[list]
    if (within) within[row] = { ...within[row], [part]: value }
    else rest[name] = value
  }
  return { ...rest, ...rows }
}

const isBlank = (row: TypedRow): boolean =>
  Object.values(row).every((value) => value === undefined || value === "")

/** The rows that were filled, each read by its schema; mistakes are told at their own row and field. */
const rowsOf = <T>(one: z.ZodType<T>) =>
  z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .default({})
    .transform((typed, context): T[] => {
      const filled = Object.entries(typed).filter(([, row]) => !isBlank(row))
      return filled.slice(0, mostRows).flatMap(([number, row]) => {
        const read = one.safeParse(row)
        if (read.success) return [read.data]
        for (const { path, message } of read.error.issues)
          context.addIssue({ code: "custom", path: [number, ...path], message })
        return []
      })
    })

const needed = (value: string): boolean => value !== ""
const missing = "web:error.required"

export const linkRows = rowsOf(
  z.object({ label: optionalLine(50), url: optionalLink().refine(needed, missing) }),
)

const year = optionalText(20).transform((typed, context) => {
  const read = typed === "" ? "" : readSince(typed.replace(/年度$/, "年"))
  if (read !== null) return read.slice(0, 4)
  context.addIssue({ code: "custom", message: "organisations:error.year" })
  return z.NEVER
})

export const recognitionRows = rowsOf(
  z.object({
    year,
    name: optionalLine(100).refine(needed, missing),
    by: optionalLine(100).refine(needed, missing),
    city: z
      .literal("yes")
      .optional()
      .transform((value) => value === "yes"),
    evidence: optionalLine(300),
  }),
)

/** One line a row: for comparing, for the audit and for showing two editors both texts. */
export const linkTexts = (links: readonly Link[]): string =>
  links.map(({ label, url }) => [label, url].filter(needed).join(" ")).join("\n")

export const recognitionTexts = (recognitions: readonly Recognition[]): string =>
  recognitions
    .map(({ year: when, name, by, evidence }) => [when, name, `（${by}）`, evidence].filter(needed).join(" "))
    .join("\n")

/** The rows as fields of a form. */
export const rowValues = (
  name: keyof typeof rowNames,
  rows: readonly Readonly<Record<string, string | boolean>>[],
): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row, number) =>
      Object.entries(row).map(([part, value]) => [
        `${name}.${number}.${part}`,
        typeof value === "string" ? value : value ? "yes" : "",
      ]),
    ),
  )
