import type pg from "pg"

// The schema as text, read from the catalogue: pg_dump does not come with the embedded database.

const parts: readonly { readonly title: string; readonly query: string }[] = [
  {
    title: "Functions",
    query: `select pg_get_functiondef(p.oid) || ';' as text from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      order by p.proname, p.oid::regprocedure::text`,
  },
  {
    title: "Tables",
    query: `select format(E'create table %s (\\n%s\\n);', c.relname, string_agg(format('  %s %s%s%s', a.attname,
        format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attnum)) as text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where n.nspname = 'public' and c.relkind = 'r' group by c.relname order by c.relname`,
  },
  {
    title: "Views",
    query: `select format(E'create view %s as\\n%s', viewname, definition) as text from pg_views
      where schemaname = 'public' order by viewname`,
  },
  {
    title: "Constraints",
    query: `select format('alter table %s add constraint %s %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as text
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 0
      order by conrelid::regclass::text, conname`,
  },
  {
    title: "Indexes",
    query: `select indexdef || ';' as text from pg_indexes i where schemaname = 'public'
      and not exists (select from pg_constraint where conname = i.indexname) order by tablename, indexname`,
  },
  {
    title: "Row-level security",
    query: `select format('create policy %s on %s for %s to %s%s%s;', policyname, tablename, lower(cmd),
        array_to_string(roles, ', '), coalesce(' using (' || qual || ')', ''),
        coalesce(' with check (' || with_check || ')', '')) as text
      from pg_policies where schemaname = 'public' order by tablename, policyname`,
  },
  {
    title: "Rights of the program",
    query: `select format('grant %s on %s to enishi_program;', string_agg(lower(privilege_type), ', ' order by privilege_type),
        table_name) as text
      from information_schema.role_table_grants where grantee = 'enishi_program' and table_schema = 'public'
      group by table_name order by table_name`,
  },
]

export const dumpSchema = async (client: pg.Client): Promise<string> => {
  const sections = ["-- Made by `npm run generate` from a migrated database. Do not edit."]
  for (const { title, query } of parts) {
    const { rows } = await client.query<{ text: string }>(query)
    sections.push(`-- ${title}`, ...rows.map((row) => row.text.trim()))
  }
  return `${sections.join("\n\n")}\n`
}
