import { anonymous, type Actor, type Post } from "#kernel/actor.ts"
import type { Database } from "#kernel/database/database.ts"
import { newId, newPublicId } from "#kernel/ids.ts"

/** A registered group with one member who can get mail, without the road that leads there. */
export type TestGroup = { readonly id: string; readonly publicId: string; readonly editor: Actor }

type Made = { readonly name?: string; readonly areaCode?: string; readonly state?: string }

const insertAccount = async (database: Database, name: string): Promise<string> => {
  const id = newId()
  const email = `${id}@example.jp`
  await database.insertInto("accounts").values({ id, name, email }).execute()
  return id
}

export const insertGroup = async (
  database: Database,
  { name = "あべの子ども食堂", areaCode = "271195", state = "registered" }: Made = {},
): Promise<TestGroup> => {
  const at = Temporal.Instant.from("2022-04-01T00:00:00Z")
  const accountId = await insertAccount(database, "森本 さくら")
  const [body] = await bodiesOf(database, areaCode)
  const key = { id: newId(), publicId: newPublicId() }
  await database.transaction().execute(async (tx) => {
    const contactId = newId()
    await tx
      .insertInto("contacts")
      .values({ id: contactId, ownerOrganisationId: key.id, name: "森本", createdAt: at, updatedAt: at })
      .execute()
    await tx
      .insertInto("organisations")
      .values({
        ...key,
        name,
        kana: "アベノコドモショクドウ",
        nameKey: name,
        kind: "civic-group",
        mainAreaCode: areaCode,
        bodyId: body?.id ?? "",
        fields: [13],
        purpose: "子どもの居場所をつくる",
        contactId,
        state,
        registeredAt: at,
        createdAt: at,
        updatedAt: at,
      })
      .execute()
    await tx
      .insertInto("memberships")
      .values({
        id: newId(),
        organisationId: key.id,
        accountId,
        role: "editor",
        validFrom: Temporal.PlainDate.from("2022-04-01"),
      })
      .execute()
  })
  return { ...key, editor: memberOf(accountId, key.id, name) }
}

const memberOf = (accountId: string, organisationId: string, organisationName: string): Actor => ({
  ...anonymous,
  accountId,
  name: "森本 さくら",
  memberships: [{ organisationId, organisationName, role: "editor" }],
})

const bodiesOf = (database: Database, areaCode: string | null) =>
  database
    .selectFrom("bodies")
    .select(["id", "name", "kind"])
    .where((eb) => eb.or([eb("areaCode", "=", areaCode), eb("slug", "=", "city")]))
    .where("kind", "in", ["ward-office", "city"])
    .orderBy("kind", "desc")
    .execute()

/** An officer at the office of a ward, or (without one) at the City, with the hat on. */
export const officerAt = async (
  database: Database,
  areaCode: string | null,
  role: Post["role"] = "officer",
): Promise<Actor> => {
  const [body] = await bodiesOf(database, areaCode)
  if (!body) throw new Error("the city has no office")
  const wearing: Post = {
    id: newId(),
    bodyId: body.id,
    bodyName: body.name,
    bodyKind: areaCode ? "ward-office" : "city",
    programme: "*",
    role,
    areas: areaCode ? [areaCode] : "all",
  }
  return { ...anonymous, accountId: newId(), name: "井上 亮", posts: [wearing], wearing }
}
