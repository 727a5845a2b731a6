import type { Program } from "../../src/app.ts"

/** Names that stand in braces in test/access.table, and the ids they mean in this world. */
export type Fixtures = Readonly<Record<string, string>>

/** Of a group that one person represents: its id in addresses. */
const groupOf = `select o.public_id as id from organisations o
  join memberships m on m.organisation_id = o.id join accounts a on a.id = m.account_id
  where o.state = 'registered' and m.ended_at is null and a.email = $1 order by o.created_at limit 1`

const inquiryOf = (what: string): string => `select ${what} as id from inquiries i
  join accounts a on a.id = i.asker_account_id where a.email = $1 order by i.asked_at desc limit 1`

const handedOver = (what: string): string => `select ${what} as id from inquiries i
  join inquiry_cases c on c.inquiry_id = i.id where c.settled_at is null order by c.at limit 1`

const queries: Readonly<Record<string, { readonly text: string; readonly values?: readonly string[] }>> = {
  "own-group": { text: groupOf, values: ["group-editor@demo.example.jp"] },
  "other-group": { text: groupOf, values: ["group-editor-2@demo.example.jp"] },
  // Of the first ward, or of the city where there are none; nobody in the table has anything to do with it.
  "waiting-group": {
    text: "select public_id as id from organisations where state = 'submitted' order by created_at limit 1",
  },
  "returned-group": {
    text: "select public_id as id from organisations where state = 'returned' order by created_at limit 1",
  },
  "waiting-version": {
    text: "select version::text as id from organisations where state = 'submitted' order by created_at limit 1",
  },
  "own-version": {
    text: `select version::text as id from organisations where public_id = (${groupOf})`,
    values: ["group-editor@demo.example.jp"],
  },
  "own-membership": {
    text: `select m.id::text as id from memberships m join organisations o on o.id = m.organisation_id
      where m.ended_at is null and o.public_id = (${groupOf}) order by m.role desc limit 1`,
    values: ["group-editor@demo.example.jp"],
  },
  "own-listing": {
    text: `select l.public_id as id from listings l join organisations o on o.id = l.organisation_id
      where l.state = 'published' and o.public_id = (${groupOf}) order by l.created_at limit 1`,
    values: ["group-editor@demo.example.jp"],
  },
  "own-listing-version": {
    text: `select l.version::text as id from listings l join organisations o on o.id = l.organisation_id
      where l.state = 'published' and o.public_id = (${groupOf}) order by l.created_at limit 1`,
    values: ["group-editor@demo.example.jp"],
  },
  "hidden-listing": {
    text: "select public_id as id from listings where state = 'hidden' order by updated_at desc limit 1",
  },
  // What the citizen asked the editor's group; no office knows of it.
  "own-inquiry": { text: inquiryOf("i.public_id"), values: ["citizen@demo.example.jp"] },
  "own-inquiry-version": { text: inquiryOf("i.version::text"), values: ["citizen@demo.example.jp"] },
  // What the second editor's group handed over to its office.
  "handed-inquiry": { text: handedOver("i.public_id") },
  "handed-inquiry-version": { text: handedOver("i.version::text") },
  "handed-case": { text: handedOver("c.id::text") },
  "own-template": { text: "select id::text as id from inquiry_templates order by id limit 1" },
  "editors-session": {
    text: `select s.id::text as id from account_sessions s join accounts a on a.id = s.user_id where a.email = $1 limit 1`,
    values: ["group-editor@demo.example.jp"],
  },
  "officers-post": {
    text: `select p.id::text as id from posts p join accounts a on a.id = p.account_id
      where p.role <> 'administrator' and p.body_id in (select id from bodies where kind in ('ward-office', 'city'))
      order by a.email desc limit 1`,
  },
  "officers-person": {
    text: `select a.id::text as id from posts p join accounts a on a.id = p.account_id
      where p.role <> 'administrator' and p.body_id in (select id from bodies where kind in ('ward-office', 'city'))
      order by a.email desc limit 1`,
  },
  "city-body": { text: "select id::text as id from bodies where slug = 'city'" },
  "city-message": {
    text: `select m.id::text as id from messages m join bodies b on b.id = m.body_id
      join organisations o on o.id = m.about_id where o.state = 'submitted' order by m.created_at limit 1`,
  },
  "first-area": { text: "select slug as id from areas order by level desc, position limit 1" },
  "first-area-code": { text: "select code as id from areas order by level desc, position limit 1" },
  "site-page": { text: "select slug as id from site_pages where kind = 'page' order by position limit 1" },
  terms: { text: "select slug as id from site_pages where kind = 'terms'" },
  "city-notice": {
    text: `select public_id as id from site_notices where area_code is null and state = 'published'
      order by starts_at limit 1`,
  },
  "own-opinion": { text: "select public_id as id from site_opinions where state = 'received' limit 1" },
  "own-opinion-version": {
    text: "select version::text as id from site_opinions where state = 'received' limit 1",
  },
  "own-promotion": { text: "select id::text as id from site_promotions order by on_day limit 1" },
  one: { text: "select '1' as id" },
  figure: { text: "select 'information-items' as id" },
  missing: { text: "select '0000000000' as id" },
  "missing-id": { text: "select '00000000-0000-7000-8000-000000000000' as id" },
}

export const fixturesOf = async (program: Program): Promise<Fixtures> => {
  const fixtures: Record<string, string> = {}
  for (const [name, { text, values }] of Object.entries(queries)) {
    const { rows } = await program.ownerPool.query<{ id: string }>(text, [...(values ?? [])])
    const [row] = rows
    if (!row) throw new Error(`the demo world of ${program.base.city.slug} has no ${name}`)
    fixtures[name] = row.id
  }
  return fixtures
}
