import { describe, expect, test } from "vitest"
import type { Actor } from "#kernel/actor.ts"
import { anonymous, systemActor } from "#kernel/actor.ts"
import { Conflict, Forbidden, Invalid, TooMany } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { reading } from "#kernel/transaction.ts"
import { officerAt } from "#test/support/groups.ts"
import { hirano, organisationsWorld, someProfile } from "#test/support/organisations.ts"
import { getPublicOrganisation } from "../queries/public.ts"
import { getSlip } from "../queries/proxy.ts"
import { listWaiting } from "../queries/office.ts"
import { missingOf } from "../schema/completeness.ts"
import { inGroups } from "../schema/claim-code.ts"
import type { Profile } from "../schema/form.ts"
import { changeForGroup } from "./change-for-group.ts"
import { claimOrganisation, issueClaimCode } from "./claim.ts"
import { submitRegistration } from "./apply.ts"
import { approveRegistration, declineRegistration, holdRegistration, releaseRegistration } from "./decide.ts"
import { importIncomplete } from "./import-incomplete.ts"
import { noteRegistration, receiveRegistration } from "./receive.ts"

const world = await organisationsWorld()
const { as, owner, officer, approver, applicant, person, submitted, registered, rowOf, mailAbout, auditOf } =
  world
const city = await officerAt(owner, null, "approver")

let count = 0
const fresh = (change: Partial<Profile> = {}): Profile => {
  count++
  const phone = `06-7000-${String(count).padStart(4, "0")}`
  return {
    ...someProfile,
    ...{ name: `団体${count}番`, kana: `ダンタイ${count}バン`, contactPhone: phone, contactMail: "" },
    ...change,
  }
}
const intake = {
  ...({ channel: "paper", fromWhom: "花田さん", reference: "つづり12" } as const),
  receivedOn: Temporal.PlainDate.from("2026-06-05"),
}
const receive = async (profile = fresh(), by: Actor = officer): Promise<string> => {
  const entry = { id: null, profile, intake, different: true }
  return (await receiveRegistration(as(by), entry)).id
}
const asPublic = (id: string) => reading(world, (tx) => getPublicOrganisation(tx, id))
const slipOf = (id: string, by: Actor = officer) => reading(world, (tx) => getSlip(tx, as(by), id))
const approve = async (id: string): Promise<void> => {
  const { version } = await rowOf(id)
  await approveRegistration(as(approver), { id, version, checked: ["place"] })
}

describe("issue 3 line 2: by an officer", () => {
  test("it comes before the office like any other, without an account, counted from the day it came", async () => {
    const id = await receive()
    const row = await rowOf(id)
    expect(row).toMatchObject({ state: "submitted", applicantId: null })
    expect(row.receiptNumber).toMatch(/^阿倍野2026-\d{4}$/)
    // Friday the 5th, and a weekend in between.
    expect(row.dueOn?.toString()).toBe("2026-06-12")
    const audit = (await auditOf(id)).at(-1)
    expect(audit).toMatchObject({ verb: "organisations.receive" })
    expect(audit?.payload).toMatchObject({
      intake: { channel: "paper", fromWhom: "花田さん", reference: "つづり12" },
    })
    await approve(id)
    expect((await asPublic(id)).name).toBe(row.name)
  })

  test("whoever left a mail address is told each step there, and how to take the group over", async () => {
    const id = await receive(fresh({ contactMail: "paper@example.jp" }))
    await approve(id)
    const mail = (await mailAbout(id)).filter(({ address }) => address === "paper@example.jp")
    expect(mail.map(({ template }) => template)).toEqual([
      "organisations.receive.group",
      "organisations.approve.group",
    ])
    expect(mail[0]).toMatchObject({ link: "http://localhost:3000/my/claim" })
    expect(mail[0]?.body).toContain("引き継ぎコード")
  })

  test("what is known so far is kept as incomplete, is nobody's to see outside, and is completed later", async () => {
    const part = fresh({ kana: "", fields: [], purpose: "", contactName: "" })
    const { id } = await noteRegistration(as(officer), { id: null, profile: part, intake, different: true })
    const noted = await rowOf(id)
    expect(noted).toMatchObject({ state: "incomplete" })
    expect(missingOf(part)).toEqual(["kana", "fields", "purpose", "contactName"])
    await expect(asPublic(id)).rejects.toMatchObject({ name: "NotFound" })
    const whole = fresh({ name: part.name })
    const entry = { id, version: noted.version, profile: whole, intake, different: true }
    await receiveRegistration(as(officer), entry)
    expect(await rowOf(id)).toMatchObject({ state: "submitted", receiptNumber: noted.receiptNumber })
  })

  test("X17: not for another ward, nor without a post; a similar group asks first", async () => {
    const there = { id: null, profile: fresh({ mainArea: hirano }), intake, different: true }
    await expect(receiveRegistration(as(officer), there)).rejects.toEqual(
      new Invalid({ mainArea: "organisations:error.not-your-area" }),
    )
    for (const actor of [anonymous, applicant, await officerAt(owner, null, "viewer")])
      await expect(receiveRegistration(as(actor), there)).rejects.toBeInstanceOf(Forbidden)
    const known = fresh()
    await receive(known)
    await expect(
      receiveRegistration(as(officer), { ...there, profile: known, different: false }),
    ).rejects.toMatchObject({ fields: { different: "organisations:error.similar" } })
  })

  test("acceptance 9: the same form twice at once is one group", async () => {
    const profile = fresh()
    const key = newId()
    const entry = { id: null, profile, intake, different: true }
    const [one, other] = await Promise.all([
      receiveRegistration(as(officer, key), entry),
      receiveRegistration(as(officer, key), entry),
    ])
    expect(other).toEqual(one)
    const rows = await owner
      .selectFrom("organisations")
      .select("id")
      .where("name", "=", profile.name)
      .execute()
    expect(rows).toHaveLength(1)
  })
})

describe("issue 3 line 2: an officer changes what its people asked for", () => {
  test("at once, with both texts in the audit, and its people are told", async () => {
    const id = await registered(fresh({ contactMail: "members@example.jp" }))
    const { version, name, kana } = await rowOf(id)
    const profile = fresh({ name, kana, purpose: "新しい目的です。" })
    await changeForGroup(as(officer), { id, version, profile, intake })
    expect((await asPublic(id)).purpose).toBe("新しい目的です。")
    expect((await auditOf(id)).at(-1)?.payload).toMatchObject({
      after: { purpose: "新しい目的です。" },
      intake: { channel: "paper" },
    })
    expect((await mailAbout(id)).at(-1)).toMatchObject({ template: "organisations.change.group" })
    await expect(changeForGroup(as(officer), { id, version, profile, intake })).rejects.toBeInstanceOf(
      Conflict,
    )
  })

  test("X17: not another ward's officer, not for a group that is over, not out of the city", async () => {
    const id = await registered(fresh())
    const { version } = await rowOf(id)
    const change = (profile: Profile, actor = officer) =>
      changeForGroup(as(actor), { id, version, profile, intake })
    await expect(change(fresh(), await officerAt(owner, hirano, "approver"))).rejects.toBeInstanceOf(
      Forbidden,
    )
    await expect(change(fresh({ mainArea: "outside" }))).rejects.toMatchObject({
      fields: { mainArea: "organisations:error.outside-registered" },
    })
    await owner.updateTable("organisations").set({ state: "withdrawn" }).where("publicId", "=", id).execute()
    await expect(change(fresh())).rejects.toBeInstanceOf(Conflict)
  })
})

describe("issue 3 line 2: by import", () => {
  test("a row is incomplete and known again; it waits for nobody, is not public, and what it resembles is told", async () => {
    const input = { reference: "old-portal:4711", profile: { name: `取り込みの会${newId().slice(-4)}` } }
    const first = await importIncomplete(as(systemActor("import")), input)
    expect(first).toMatchObject({ created: true, similar: 0 })
    expect(await importIncomplete(as(systemActor("import")), input)).toMatchObject({
      id: first.id,
      created: false,
    })
    const row = await rowOf(first.id)
    expect(row).toMatchObject({ state: "incomplete", mainAreaCode: "271004", dueOn: null })
    const waiting = await reading(world, (tx) => listWaiting(tx, city))
    expect(waiting.map(({ publicId }) => publicId)).not.toContain(first.id)
    const again = await importIncomplete(as(city), { ...input, reference: "old-portal:4712" })
    expect(again).toMatchObject({ created: true, similar: 1 })
    await expect(importIncomplete(as(applicant), input)).rejects.toBeInstanceOf(Forbidden)
  })
})

describe("civic-portal.R2, issue 3 line 3: active nowhere in the city", () => {
  test("it is held at once, the City is told instead of a ward, and may send it on", async () => {
    const id = await submitted(fresh({ mainArea: "outside", contactMail: "far@example.jp" }))
    expect(await rowOf(id)).toMatchObject({ state: "held", outside: true, mainAreaCode: "271004" })
    const mail = await mailAbout(id)
    expect(mail.map(({ template }) => template)).toContain("organisations.hold.group")
    expect(mail.map(({ template }) => template)).not.toContain("organisations.submit.office")
    const waiting = await reading(world, (tx) => listWaiting(tx, city))
    expect(waiting.map(({ publicId }) => publicId)).toContain(id)
    const { version } = await rowOf(id)
    await releaseRegistration(as(city), { id, version })
    expect(await rowOf(id)).toMatchObject({ state: "submitted" })
  })

  test("a ward's office may pass it to the City, which alone decides; the reason is told, the note is not", async () => {
    const id = await submitted(fresh())
    const { version } = await rowOf(id)
    await holdRegistration(as(officer), { id, version, reason: "住所が市外です", note: "内部のこと" })
    const held = await rowOf(id)
    for (const act of [
      () => releaseRegistration(as(approver), { id, version: held.version }),
      () => declineRegistration(as(approver), { id, version: held.version, reason: "だめ" }),
      () => approveRegistration(as(approver), { id, version: held.version }),
    ])
      await expect(act()).rejects.toMatchObject({
        name: expect.stringMatching(/Forbidden|NotFound|Conflict/),
      })
    await declineRegistration(as(city), { id, version: held.version, reason: "市内で活動していないため" })
    expect(await rowOf(id)).toMatchObject({ state: "refused", dueOn: null })
    const bodies = (await mailAbout(id)).map(({ body }) => body).join("\n")
    expect(bodies).toContain("住所が市外です")
    expect(bodies).toContain("市内で活動していないため")
    expect(bodies).not.toContain("内部のこと")
  })

  test("issue 3 line 3: the checklist is kept with each decision", async () => {
    const id = await submitted(fresh())
    await approve(id)
    const { id: organisationId } = await rowOf(id)
    const kept = await owner
      .selectFrom("organisationEvents")
      .select("checked")
      .where("organisationId", "=", organisationId)
      .where("event", "=", "approve")
      .executeTakeFirstOrThrow()
    expect(kept.checked).toEqual(["place"])
  })
})

describe("issue 3 line 2: the code by which people take a group over", () => {
  const codeOf = async (id: string): Promise<string> => {
    await issueClaimCode(as(officer), { id })
    return inGroups((await slipOf(id)).code?.code ?? "")
  }

  test("before its registration the person applies for it; the office sees who", async () => {
    const id = await receive()
    const code = await codeOf(id)
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const somebody = await person("青木 花")
    // As typed on a telephone: full width, lower case, blanks.
    const typed = code.toLowerCase().replaceAll("-", "　").replaceAll("0", "O")
    expect(await claimOrganisation(as(somebody), { code: typed })).toEqual({ id })
    expect(await rowOf(id)).toMatchObject({ applicantId: somebody.accountId, state: "submitted" })
    expect((await auditOf(id)).at(-1)).toMatchObject({
      verb: "organisations.claim",
      accountId: somebody.accountId,
    })
    await approve(id)
    const [member] = await owner
      .selectFrom("memberships")
      .select(["accountId", "role"])
      .where("organisationId", "=", (await rowOf(id)).id)
      .execute()
    expect(member).toEqual({ accountId: somebody.accountId, role: "representative" })
  })

  test("after it they represent it; only one of two at once does", async () => {
    const id = await receive()
    await approve(id)
    const code = await codeOf(id)
    const people = await Promise.all(["甲", "乙", "丙"].map((name) => person(name)))
    const results = await Promise.all(people.map((each) => claimOrganisation(as(each), { code })))
    expect(results.filter((result) => result.id === id)).toHaveLength(1)
    const { id: organisationId } = await rowOf(id)
    const members = await owner
      .selectFrom("memberships")
      .select("id")
      .where("organisationId", "=", organisationId)
      .execute()
    expect(members).toHaveLength(1)
    await expect(issueClaimCode(as(officer), { id })).rejects.toBeInstanceOf(Conflict)
  })

  test("only a hash is kept; a newer code, time and an end take it away", async () => {
    const id = await receive()
    const first = await codeOf(id)
    const second = await codeOf(id)
    const stored = JSON.stringify(await owner.selectFrom("organisationClaimCodes").selectAll().execute())
    expect(stored).not.toContain(second.replaceAll("-", "").toLowerCase())
    const somebody = await person("遅い人")
    expect(await claimOrganisation(as(somebody), { code: first })).toEqual({ id: null })
    world.clock.set("2026-09-09T10:00:00+09:00")
    expect(await claimOrganisation(as(somebody), { code: second })).toEqual({ id: null })
    expect((await slipOf(id)).code).toBeNull()
    world.clock.set("2026-06-10T10:00:00+09:00")
  })

  test("X17: a viewer and other offices do not see the code; attempts are limited", async () => {
    const id = await receive()
    await codeOf(id)
    const viewer = await officerAt(owner, someProfile.mainArea, "viewer")
    expect((await slipOf(id, viewer)).code).toBeNull()
    await expect(slipOf(id, await officerAt(owner, hirano, "approver"))).rejects.toMatchObject({
      name: "NotFound",
    })
    const guesser = await person("当てる人")
    for (let tried = 0; tried < 10; tried++)
      expect(await claimOrganisation(as(guesser), { code: `0000-0000-${1000 + tried}` })).toEqual({
        id: null,
      })
    await expect(claimOrganisation(as(guesser), { code: "x" })).rejects.toBeInstanceOf(TooMany)
    world.clock.set("2026-06-11T10:00:01+09:00")
    expect(await claimOrganisation(as(guesser), { code: "x" })).toEqual({ id: null })
    world.clock.set("2026-06-10T10:00:00+09:00")
  })

  test("an incomplete group is completed by whoever took it over", async () => {
    const part = fresh({ purpose: "" })
    const { id } = await noteRegistration(as(officer), { id: null, profile: part, intake, different: true })
    const code = await codeOf(id)
    const somebody = await person("青山 空")
    await claimOrganisation(as(somebody), { code })
    const { version } = await rowOf(id)
    const profile = { ...part, purpose: "花を育てています。" }
    await submitRegistration(as(somebody), { id, version, profile, different: true })
    expect((await rowOf(id)).state).toBe("submitted")
  })
})
