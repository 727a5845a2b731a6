import { sql } from "kysely"
import { expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { reading, working } from "#kernel/transaction.ts"
import { listBodies } from "#modules/places"
import { testWorld } from "#test/support/database.ts"
import { contactOf, organisationsByPhone } from "../queries/contacts.ts"
import { type ContactInput, type ContactOwner, saveContact } from "./contacts.ts"

const world = await testWorld()
// Organisations stand in a later module: here any id is one.
await sql`alter table contacts drop constraint if exists contacts_owner_organisation_id_fkey`.execute(
  world.owner,
)
const [office, other] = await reading(world, listBodies)
const person: ContactInput = {
  name: " 森 さくら ",
  kana: "モリ サクラ",
  address: "mori@example.jp",
  phone: "０６ー６２０８ー０００１",
}

const save = (owner: ContactOwner, input = person, id?: string) =>
  working(world.as(systemActor("test")), "test.contact", (work) => saveContact(work, owner, input, id))

const read = (id: string) => reading(world, (tx) => contactOf(tx, id))

test("a contact keeps what was given and belongs to one organisation, without an account", async () => {
  const id = await save({ kind: "organisation", id: newId() })
  expect(await read(id)).toMatchObject({ ...person, id, name: "森 さくら", accountId: null })
})

test("acceptance 17: organisations that are reached under one number are found, however it is written", async () => {
  const [one, two] = [newId(), newId()]
  await save({ kind: "organisation", id: one })
  await save({ kind: "organisation", id: two }, { ...person, phone: "06-6208-0001" })
  await save({ kind: "body", id: office!.id })
  const found = await reading(world, (tx) => organisationsByPhone(tx, "+81662080001"))
  expect(found).toEqual(expect.arrayContaining([one, two]))
  expect(found).not.toContain(office!.id)
})

test("X14: a contact of one body is not changed by another", async () => {
  const id = await save({ kind: "body", id: office!.id })
  await expect(save({ kind: "body", id: other!.id }, { ...person, name: "別人" }, id)).rejects.toThrow(
    NotFound,
  )
  await expect(
    save({ kind: "organisation", id: office!.id }, { ...person, name: "別人" }, id),
  ).rejects.toThrow(NotFound)
  await save({ kind: "body", id: office!.id }, { ...person, name: "森 花", phone: "" }, id)
  expect(await read(id)).toMatchObject({ name: "森 花", phone: "" })
})

test("what is not there is nothing", async () => {
  expect(await read(newId())).toBeUndefined()
})
