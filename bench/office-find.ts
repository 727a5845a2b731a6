import { manyListings, manyOrganisations } from "./support/many-records.ts"
import { median, report } from "./support/report.ts"
import { withProgram } from "./support/world.ts"

// The office's one search box with 50,000 groups and 100,000 listings: the whole answer, session and audit included,
// while the telephone rings.

const rounds = 9
const reference = 100

await withProgram(async (program) => {
  await manyOrganisations(program.ownerPool, 50_000)
  await manyListings(program.ownerPool, 100_000)
  // A contact of its own for each group: numbers of one city begin alike.
  await program.ownerPool.query(`insert into contacts
    (id, owner_organisation_id, name, phone, phone_key, created_at, updated_at)
    select gen_random_uuid(), id, '連絡 ' || n, '06-' || digits, '+816' || digits, now(), now()
    from (select id, row_number() over (order by id) as n,
      lpad((row_number() over (order by id) * 7919 % 100000000)::text, 8, '6') as digits from organisations) as numbered`)
  await program.ownerPool.query("analyze")
  const { app } = program.web()
  const signedIn = await app.request("http://localhost:3000/demo/sign-in", {
    method: "POST",
    body: new URLSearchParams({ person: process.env["PERSON"] ?? "city-officer" }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ")
  const { rows } = await program.ownerPool.query<{
    name: string
    kana: string
    phone: string
    receipt: string
  }>(
    `select o.name, o.kana, c.phone, o.receipt_number as receipt
      from organisations o join contacts c on c.owner_organisation_id = o.id where c.name like '連絡%' order by o.id desc limit 1 offset 25000`,
  )
  const one = rows[0]!
  const questions: Readonly<Record<string, string>> = {
    "a whole number": one.phone,
    "first digits": one.phone.slice(0, 6),
    "last four digits": one.phone.slice(-4),
    "whom one reaches": "連絡 123",
    "one letter": one.name.slice(0, 1),
    "two letters": one.name.slice(0, 2),
    "a name": one.name,
    "the middle of a name": one.name.slice(1, 5),
    "a reading": one.kana.slice(0, 4),
    "a receipt number": one.receipt,
    "a word of titles": "公園",
    "nothing that is there": "ぬぬぬぬぬ",
  }
  for (const [what, q] of Object.entries(questions)) {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now()
      const response = await app.request(
        `http://localhost:3000/staff/find?part=1&q=${encodeURIComponent(q)}`,
        { headers: { cookie } },
      )
      await response.text()
      if (response.status !== 200) throw new Error(`${what} answers ${response.status}`)
      times.push(performance.now() - begun)
    }
    report(`office-find.${what} ms`, median(times), reference)
  }
})
