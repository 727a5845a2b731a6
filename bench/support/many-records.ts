import type pg from "pg"

// A big city: copies of what the demo has, with their names, areas and days spread. Made behind the program's back,
// because only reading is measured.

const columnsOf = async (database: pg.Pool, table: string): Promise<readonly string[]> => {
  const { rows } = await database.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0
     and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows.map(({ name }) => name)
}

type Spread = Readonly<Record<string, string>>

/** Copies every row of a table `times` over; `own` says what differs from copy `n` to copy `n`. */
const copy = async (database: pg.Pool, table: string, own: Spread, times: number, where = "true") => {
  const columns = await columnsOf(database, table)
  await database.query(
    `insert into ${table} (${columns.join(", ")})
     select ${columns.map((name) => own[name] ?? `t.${name}`).join(", ")}
     from ${table} t cross join generate_series(1, ${times}) n where ${where}`,
  )
}

const id = (column: string): string => `md5(${column}::text || n)::uuid`
const publicId = `'0' || upper(translate(substr(md5(t.public_id || n), 1, 9), 'ilou', 'wxyz'))`
const anyWard = `(select code from areas where level = 'ward' order by md5(code || n || t.id::text) limit 1)`

const timesFor = async (database: pg.Pool, sql: string, least: number): Promise<number> => {
  const { rows } = await database.query<{ count: number }>(`select count(*)::int as count from ${sql}`)
  return Math.ceil(least / Math.max(1, rows[0]?.count ?? 1))
}

/** At least so many groups that an office has received; contacts are shared, which no list can tell. */
export const manyOrganisations = async (database: pg.Pool, least: number): Promise<void> => {
  const there = "organisations where submitted_at is not null"
  const times = await timesFor(database, there, least)
  await copy(
    database,
    "organisations",
    {
      id: id("t.id"),
      public_id: publicId,
      name: "t.name || n",
      name_key: "t.name_key || n",
      kana_key: "t.kana_key || n",
      receipt_number: "t.receipt_number || '-' || n",
      main_area_code: anyWard,
      submitted_at: "t.submitted_at + n * interval '1 minute'",
    },
    times,
    "t.submitted_at is not null",
  )
  await database.query("analyze organisations")
}

/** At least so many listings that were public once, three of a hundred still to come. */
export const manyListings = async (database: pg.Pool, least: number): Promise<void> => {
  const there = "listings where first_published_at is not null"
  const times = await timesFor(database, there, least)
  const past = "n % 100 >= 3"
  const back = (column: string): string =>
    `case when ${past} then t.${column} - interval '2 years' - n * interval '1 minute' else t.${column} end`
  await copy(
    database,
    "listings",
    {
      id: id("t.id"),
      public_id: publicId,
      title: "t.title || '（' || n || '）'",
      import_key: "t.import_key || n",
      updated_at: "t.updated_at - n * interval '1 minute'",
      ends_at: back("ends_at"),
      next_at: `case when ${past} then null else t.next_at end`,
      next_over_at: `case when ${past} then null else t.next_over_at end`,
    },
    times,
    "t.first_published_at is not null",
  )
  await database.query("analyze listings")
}
