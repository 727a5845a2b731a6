import { anonymous, type Actor } from "#kernel/actor.ts"
import type { Handler } from "#kernel/events.ts"
import { newId } from "#kernel/ids.ts"
import { submitRegistration } from "../../src/modules/organisations/commands/apply.ts"
import { approveRegistration } from "../../src/modules/organisations/commands/decide.ts"
import { mergeOrganisations, undoMerge } from "../../src/modules/organisations/commands/merge.ts"
import { emptyProfile, type Profile } from "../../src/modules/organisations/schema/form.ts"
import { checks } from "../../src/modules/organisations/schema/office-form.ts"
import { testWorld } from "./database.ts"
import { officerAt } from "./groups.ts"

export const abeno = "271195"
export const hirano = "271268"

/** What a group in 阿倍野区 says of itself. */
export const someProfile: Profile = {
  ...emptyProfile,
  name: "あべの花の会",
  kana: "アベノハナノカイ",
  english: "",
  kind: "civic-group",
  mainArea: abeno,
  areas: [],
  fields: [7],
  purpose: "公園の花を育てています。",
  purposeEnglish: "",
  website: "https://hana.example.jp/",
  contactName: "花田 一",
  contactPhone: "06-1234-5678",
  contactMail: "hana@example.jp",
}

/** A city on 10 June 2026 with people who apply, and the officers who check. */
export const organisationsWorld = async (
  options: { readonly city?: string; readonly handlers?: readonly Handler[] } = {},
) => {
  const world = await testWorld({ now: "2026-06-10T10:00:00+09:00", ...options })
  const { owner, as } = world

  const person = async (name: string, lang = "ja"): Promise<Actor & { accountId: string }> => {
    const id = newId()
    const address = `${id}@example.jp`
    await owner.insertInto("accounts").values({ id, name, email: address, lang }).execute()
    return { ...anonymous, accountId: id, name, address }
  }

  const rowOf = (id: string) =>
    owner.selectFrom("organisations").selectAll().where("publicId", "=", id).executeTakeFirstOrThrow()

  const applicant = await person("花田 一")
  const officer = await officerAt(owner, abeno, "officer")
  const approver = await officerAt(owner, abeno, "approver")

  const submitted = async (change: Partial<Profile> = {}, by: Actor = applicant): Promise<string> => {
    const profile = { ...someProfile, ...change }
    const { id } = await submitRegistration(as(by), { id: null, profile, different: true })
    return id
  }

  const registered = async (change: Partial<Profile> = {}, by: Actor = applicant): Promise<string> => {
    const id = await submitted(change, by)
    const { version, mainAreaCode } = await rowOf(id)
    const hat = mainAreaCode === abeno ? approver : await officerAt(owner, null, "manager")
    await approveRegistration(as(hat), { id, version, checked: checks })
    return id
  }

  /** The same person as a member, as a request after the registration would have them. */
  const memberOf = async (
    actor: Actor,
    id: string,
    role: "representative" | "editor" = "representative",
  ): Promise<Actor> => {
    const { id: organisationId, name: organisationName } = await rowOf(id)
    return { ...actor, memberships: [{ organisationId, organisationName, role }] }
  }

  const mailAbout = async (id: string) => {
    const { id: aboutId } = await rowOf(id)
    return owner
      .selectFrom("messages")
      .select(["template", "address", "lang", "subject", "body", "link", "bodyId"])
      .where("aboutId", "=", aboutId)
      .orderBy("createdAt")
      .orderBy("id")
      .execute()
  }

  const auditOf = async (id: string) => {
    const { id: subjectId } = await rowOf(id)
    return owner
      .selectFrom("auditEvents")
      .innerJoin("auditPayloads", "auditPayloads.eventId", "auditEvents.id")
      .select(["verb", "hat", "accountId", "payload"])
      .where("subjectId", "=", subjectId)
      .orderBy("auditEvents.id")
      .execute()
  }

  /** The other becomes one with the first; answers what takes it back. */
  const merged = async (id: string, other: string, by: Actor = approver): Promise<() => Promise<unknown>> => {
    const versions = { version: (await rowOf(id)).version, otherVersion: (await rowOf(other)).version }
    const made = await mergeOrganisations(as(by), { id, other, ...versions, choices: {}, reason: "" })
    return () => undoMerge(as(by), { merge: made.id })
  }

  const rest = { person, rowOf, applicant, officer, approver, submitted, registered, memberOf }
  return { ...world, ...rest, merged, mailAbout, auditOf }
}
