import { sources, withoutComments, type Source } from "./sources.ts"

// House §3: a table is written only by its module; others read through its front door. A table belongs to the place
// that its migration is named after.

/** Whoever owns the tables that a migration makes: a beginning of the paths of the owner's files. */
const ownerByMigration: Readonly<Record<string, string>> = {
  kernel: "src/kernel/",
  places: "src/modules/places/",
  site: "src/modules/site/",
  accounts: "src/modules/accounts/",
  organisations: "src/modules/organisations/",
  listings: "src/modules/listings/",
  inquiries: "src/modules/inquiries/",
}

/** An account is only a sign-in: its tables belong to the folder in which better-auth is confined. */
const signIn = ["accounts", "account_sessions", "account_credentials", "account_verifications"]
const signInOwner = "src/modules/accounts/auth"

/** Who shows what the kernel keeps. They read; nobody but the kernel writes. */
const kernelReaders: Readonly<Record<string, readonly string[]>> = {
  audit_events: ["src/modules/accounts/"],
  audit_payloads: ["src/modules/accounts/"],
  audit_batches: ["src/modules/accounts/"],
  audit_sealed: ["src/modules/accounts/"],
  figure_events: ["src/modules/statistics/"],
  messages: ["src/modules/notifications/"],
  page_stamps: ["src/web/"],
}

/** It copies every table, whoever owns it. */
const wholeDatabase = "src/cli/backup.ts"

export type Owners = ReadonlyMap<string, string>

export const tableOwners = (): Owners => {
  const owners = new Map<string, string>()
  for (const { path, text } of sources("db/migrations/*.sql")) {
    const place = /\d{4}_([a-z]+)/.exec(path)?.[1] ?? ""
    for (const [, table = ""] of text.matchAll(/^create table (?:if not exists )?(\w+)/gim)) {
      const owner = signIn.includes(table) ? signInOwner : ownerByMigration[place]
      owners.set(table, owner ?? `nobody: ${path} names no known owner`)
    }
  }
  return owners
}

export type Use = { readonly path: string; readonly table: string; readonly how: "reads" | "writes" }

const calls =
  /\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto|from|using|(?:inner|left|right|full|cross)Join(?:Lateral)?|table|ref)\(\s*((?:\[[^\]]*\])|["'`][\w. ]+["'`])/g
const writes = /^(insertInto|updateTable|deleteFrom|mergeInto|replaceInto)$/
const words =
  /\b(insert into|update|delete from|merge into|truncate|from|join|using|table|only)\s+"?([a-z_]+)"?/g
const wordsThatWrite = /^(insert into|update|delete from|merge into|truncate)$/
const listed = /,\s*"?([a-z_]+)"?(?=\s+(?:as\s+)?[a-z]\w*\s*(?:,|where|join|left|inner|order|group|limit|$))/g

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Every table that a source names: in calls of the query builder, and in the text of SQL. */
export const tablesNamed = ({ path, text }: Source, owners: Owners): Use[] => {
  const plain = withoutComments(text)
  const found = [...namedInCalls(plain), ...namedInSql(plain)]
  return found.filter(({ table }) => owners.has(table)).map((use) => ({ path, ...use }))
}

type Named = Omit<Use, "path">

const namedInCalls = (text: string): Named[] =>
  [...text.matchAll(calls)].flatMap(([, call = "", names = ""]) =>
    [...names.matchAll(/["'`](\w+)/g)].map(([, name = ""]) => ({
      table: snake(name),
      how: writes.test(call) ? "writes" : "reads",
    })),
  )

const namedInSql = (text: string): Named[] => {
  const literals = text.match(/(["'`])(?:\\.|(?!\1)[^\\])*\1/g) ?? []
  return literals
    .filter((literal) => /\b(select|insert into|update|delete from|join|truncate|merge into)\b/.test(literal))
    .flatMap((literal) => [
      ...[...literal.matchAll(words)].map(([, word = "", table = ""]) => ({
        table,
        how: wordsThatWrite.test(word) ? ("writes" as const) : ("reads" as const),
      })),
      ...[...literal.matchAll(listed)].map(([, table = ""]) => ({ table, how: "reads" as const })),
    ])
}

/** The uses of tables that belong to somebody else. */
export const foreignTables = (source: Source, owners: Owners): Use[] =>
  tablesNamed(source, owners).filter(({ path, table, how }) => {
    if (path === wholeDatabase || path.startsWith(owners.get(table) ?? "")) return false
    return how === "writes" || !(kernelReaders[table] ?? []).some((reader) => path.startsWith(reader))
  })
