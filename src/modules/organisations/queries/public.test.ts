import { describe, expect, test } from "vitest"
import { NotFound } from "#kernel/errors.ts"
import { reading } from "#kernel/transaction.ts"
import { abeno, hirano, organisationsWorld } from "#test/support/organisations.ts"
import { figureSubjects } from "../figures.ts"
import { memberRecipients } from "./members.ts"
import { findOrganisation, getPublicOrganisation, listOrganisations, organisationsByIds } from "./public.ts"

const world = await organisationsWorld()
const { database, applicant, registered, submitted, rowOf } = world
const asPublic = <R>(read: Parameters<typeof reading<R>>[1]): Promise<R> => reading({ database }, read)

const everything = { q: "", areaCode: null, field: null, kind: null, page: 1 }
const list = (filter: Partial<Parameters<typeof listOrganisations>[1]> = {}) =>
  asPublic((tx) => listOrganisations(tx, { ...everything, ...filter }))
const namesOf = async (filter = {}) => (await list(filter)).rows.map(({ name }) => name)

await registered({ name: "楽生会", kana: "ガクセイカイ", fields: [2, 13], contactPhone: "" })
await registered({ name: "紙の会", kana: "カミノカイ", areas: [hirano], contactPhone: "" })
await registered({ name: "菊の会", kana: "キクノカイ", mainArea: hirano, kind: "company", contactPhone: "" })
const secret = await submitted({ name: "確認待ちの会", kana: "カクニン", contactPhone: "" })

describe("the directory", () => {
  test("X13: only registered groups stand in it, in the order of their kana", async () => {
    expect(await namesOf()).toEqual(["楽生会", "紙の会", "菊の会"])
  })

  test("civic-portal.R1: by area (each of a group's areas), by field and by kind", async () => {
    expect(await namesOf({ areaCode: hirano })).toEqual(["紙の会", "菊の会"])
    expect(await namesOf({ areaCode: abeno })).toEqual(["楽生会", "紙の会"])
    expect(await namesOf({ field: 13 })).toEqual(["楽生会"])
    expect(await namesOf({ kind: "company" })).toEqual(["菊の会"])
    expect(await list({ kind: "school" })).toMatchObject({ rows: [], total: 0 })
  })

  test("X11: by words, in whatever writing, also of areas and fields; signs are no words", async () => {
    expect(await namesOf({ q: "ｶﾐﾉｶｲ" })).toEqual(["紙の会"])
    expect(await namesOf({ q: "平野区" })).toEqual(["紙の会", "菊の会"])
    expect(await namesOf({ q: "こども" })).toEqual(["楽生会"])
    expect(await namesOf({ q: "確認待ち" })).toEqual([])
    expect((await list({ q: "%_\u0000'" })).total).toBe(3)
  })

  test("civic-portal.U1: twenty on a page, with the whole number", async () => {
    const { rows, total, size } = await list({ page: 2 })
    expect({ rows, total, size }).toEqual({ rows: [], total: 3, size: 20 })
  })
})

describe("the page of a group", () => {
  test("X13: an application is not found, whatever is asked", async () => {
    for (const id of [secret, "0000000000", "not-an-id", "' or 1=1", ""]) {
      await expect(asPublic((tx) => getPublicOrganisation(tx, id))).rejects.toBeInstanceOf(NotFound)
    }
  })

  test("civic-portal.U1: a contact that is not public is not in what the page is given", async () => {
    const closed = await registered({ name: "非公開の会", kana: "ヒ", contactPhone: "06-1111-2222" })
    const page = await asPublic((tx) => getPublicOrganisation(tx, closed))
    expect(page.contact).toBeNull()
    expect(JSON.stringify(page)).not.toContain("1111")
    const open = await registered({
      name: "公開の会",
      kana: "コ",
      contactPhone: "06-3333-4444",
      shown: ["phone"],
    })
    expect((await asPublic((tx) => getPublicOrganisation(tx, open))).contact).toEqual({
      name: "",
      phone: "06-3333-4444",
      fax: "",
      mail: "",
      address: "",
    })
  })
})

describe("the front door", () => {
  test("X13: other modules find a group in any state, and list only what is public", async () => {
    const { id } = await rowOf(secret)
    expect(await asPublic((tx) => findOrganisation(tx, id))).toMatchObject({
      state: "submitted",
      publicId: secret,
    })
    expect(await asPublic((tx) => findOrganisation(tx, crypto.randomUUID()))).toBeUndefined()
    expect((await asPublic((tx) => organisationsByIds(tx, [id]))).size).toBe(0)
    expect((await asPublic((tx) => organisationsByIds(tx, []))).size).toBe(0)
  })

  test("civic-portal.R3: a figure opens into the groups that it counts and that may be seen", async () => {
    const [shown] = (await list()).rows
    const hidden = await rowOf(secret)
    const ids = [shown?.id ?? "", hidden.id]
    expect(await asPublic((tx) => figureSubjects(tx, "organisation", ids))).toEqual(
      new Map([[shown?.id, { title: shown?.name, href: `/organisations/${shown?.publicId}` }]]),
    )
    expect((await asPublic((tx) => figureSubjects(tx, "listing", ids))).size).toBe(0)
  })

  test("civic-portal.U1: mail for a group goes to its members", async () => {
    const { id } = await rowOf(await registered({ name: "会員の会", kana: "カイイン", contactPhone: "" }))
    expect(await asPublic((tx) => memberRecipients(tx, id))).toEqual([
      { accountId: applicant.accountId, address: applicant.address, lang: "ja" },
    ])
  })
})
