import type pg from "pg"

// A city in which much goes on: copies of what the demo has, under names that tell them apart. Made behind the
// program's back, because only its pages are looked at.

const id = (table: string): string => `md5(${table}.id::text || n)::uuid`

const publicId = `'0' || upper(translate(substr(md5(l.public_id || n), 1, 9), 'ilou', 'wxyz'))`

/** Makes at least as many published listings as asked for, each with its days, areas and words. */
export const manyListings = async (database: pg.Pool, least: number): Promise<void> => {
  const columns = await columnsOf(database, "listings")
  const own: Readonly<Record<string, string>> = {
    id: id("l"),
    public_id: publicId,
    title: "l.title || '（' || n || '）'",
    import_key: "l.import_key || n",
  }
  const there = await database.query<{ count: number }>(
    "select count(*) as count from listings where state = 'published' and next_at is not null",
  )
  const times = Math.ceil(least / Math.max(1, Number(there.rows[0]?.count)))
  const copies = `from listings l cross join generate_series(1, ${times}) n
    where l.state = 'published' and l.next_at is not null`
  await database.query(
    `insert into listings (${columns.join(", ")}) select ${columns.map((name) => own[name] ?? `l.${name}`).join(", ")} ${copies}`,
  )
  await copyChildren(database, "listing_areas", { listing_id: id("l") }, copies)
  await copyChildren(database, "occurrences", { id: id("o"), listing_id: id("l") }, copies)
  await database.query("update page_stamps set version = version + 1")
}

const copyChildren = async (
  database: pg.Pool,
  table: string,
  own: Readonly<Record<string, string>>,
  copies: string,
): Promise<void> => {
  const columns = await columnsOf(database, table)
  const [from = "", where = ""] = copies.split("where")
  await database.query(
    `insert into ${table} (${columns.join(", ")}) select ${columns.map((name) => own[name] ?? `o.${name}`).join(", ")}
     ${from} join ${table} o on o.listing_id = l.id where ${where}`,
  )
}

const columnsOf = async (database: pg.Pool, table: string): Promise<readonly string[]> => {
  const { rows } = await database.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0
     and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows.map(({ name }) => name)
}
