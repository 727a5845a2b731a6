import { describe, expect, test } from "vitest"
import { anonymous, type Actor } from "#kernel/actor.ts"
import { newId } from "#kernel/ids.ts"
import { eventsOf } from "#kernel/workflow.ts"
import { officerAt } from "#test/support/groups.ts"
import { hirano, organisationsWorld, someProfile } from "#test/support/organisations.ts"
import { saveDraft, submitRegistration } from "./commands/apply.ts"
import { changeProfile } from "./commands/change-profile.ts"
import { confirmProfile } from "./commands/freshness.ts"
import {
  approveRegistration,
  declineRegistration,
  holdRegistration,
  refuseRegistration,
  releaseRegistration,
  returnRegistration,
} from "./commands/decide.ts"
import { noteRegistration, receiveRegistration } from "./commands/receive.ts"
import {
  closeOrganisation,
  reinstateOrganisation,
  reviveOrganisation,
  suspendOrganisation,
  withdrawOrganisation,
} from "./commands/hide.ts"
import { canDoNow, canReviveNow } from "./policy.ts"
import {
  registration,
  type RegistrationEvent,
  type RegistrationRole,
  type RegistrationState,
} from "./schema/registration.ts"

const world = await organisationsWorld()
const { owner, as, applicant, officer, approver, submitted, memberOf, rowOf } = world
const id = await submitted()
const record = await rowOf(id)

const reason = "理由"
const intake = {
  ...({ channel: "phone", fromWhom: "花田さん", reference: "" } as const),
  receivedOn: Temporal.PlainDate.from("2026-06-09"),
}
const entry = { id, version: 1, profile: someProfile, intake, different: true }
const acts: Record<RegistrationEvent, (actor: Actor) => Promise<unknown>> = {
  submit: (actor) => submitRegistration(as(actor), { id, version: 1, profile: someProfile, different: true }),
  note: (actor) => noteRegistration(as(actor), entry),
  receive: (actor) => receiveRegistration(as(actor), entry),
  hold: (actor) => holdRegistration(as(actor), { id, version: 1, reason }),
  release: (actor) => releaseRegistration(as(actor), { id, version: 1 }),
  decline: (actor) => declineRegistration(as(actor), { id, version: 1, reason }),
  return: (actor) => returnRegistration(as(actor), { id, version: 1, reason }),
  approve: (actor) => approveRegistration(as(actor), { id, version: 1 }),
  refuse: (actor) => refuseRegistration(as(actor), { id, version: 1, reason }),
  suspend: (actor) => suspendOrganisation(as(actor), { id, reason }),
  reinstate: (actor) => reinstateOrganisation(as(actor), { id }),
  withdraw: (actor) => withdrawOrganisation(as(actor), { id }),
  close: (actor) => closeOrganisation(as(actor), { id, reason, mistaken: false }),
  revive: (actor) => reviveOrganisation(as(actor), { id }),
}

const actors: Record<RegistrationRole, Actor> = {
  applicant,
  representative: await memberOf(await world.person("代表"), id),
  editor: await memberOf(await world.person("編集"), id, "editor"),
  officer,
  approver,
  city: await officerAt(owner, null, "approver"),
}

const wasPublic = (state: RegistrationState): boolean => state === "registered" || state === "suspended"
const at = Temporal.Instant.from("2026-06-01T00:00:00Z")

/** Puts the one record straight into a state, as if it had come there. */
const putInto = async (state: RegistrationState): Promise<void> => {
  await owner.deleteFrom("memberships").where("organisationId", "=", record.id).execute()
  await owner
    .updateTable("organisations")
    .set({ state, version: 1, submittedAt: state === "draft" ? null : at })
    .set({ registeredAt: wasPublic(state) ? at : null, publicReason: null, applicantId: applicant.accountId })
    .set({ endedBy: null })
    .where("id", "=", record.id)
    .execute()
}

/** There is an applicant until there are members; there is an office from the first submission on. */
const holds = (role: RegistrationRole, state: RegistrationState): boolean => {
  if (role === "applicant") return !wasPublic(state)
  return ["officer", "approver", "city"].includes(role) ? state !== "draft" : true
}

/** Whoever may approve may do what an officer may, and the City what a ward's office may. */
const includes: Partial<Record<RegistrationRole, readonly RegistrationRole[]>> = {
  approver: ["officer", "approver"],
  city: ["officer", "approver", "city"],
}

const expected = (state: RegistrationState, event: RegistrationEvent, role: RegistrationRole): string => {
  const { from, by }: { from: readonly string[]; by: readonly string[] } = registration.events[event]
  const roles = includes[role] ?? [role]
  const may = holds(role, state) && roles.some((each) => by.includes(each))
  // The record here was never public once it is ended: there is nothing to take up again.
  if (may && event === "revive") return "Conflict"
  if (may) return from.includes(state) ? "done" : "Conflict"
  return state === "registered" || holds(role, state) ? "Forbidden" : "NotFound"
}

const outcome = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "done",
    (error: Error) => error.name,
  )

const events = eventsOf(registration)

describe("acceptance 7: every state × event × role, through the commands", () => {
  const cells = registration.states.flatMap((state) =>
    events.flatMap((event) => registration.roles.map((role) => [state, event, role] as const)),
  )

  test.each(cells)("X17: %s × %s × %s", async (state, event, role) => {
    await putInto(state)
    const row = (await rowOf(id)) as never
    const offered = event === "revive" ? canReviveNow(actors[role], row) : canDoNow(actors[role], event, row)
    const result = expected(state, event, role)
    expect(await outcome(acts[event](actors[role]))).toBe(result)
    expect((await rowOf(id)).state).toBe(result === "done" ? registration.events[event].to : state)
    expect(offered).toBe(result === "done")
  })
})

describe("X17: others may do nothing, whatever the state", async () => {
  const colleague = { ...approver, accountId: applicant.accountId }
  const strangers: Record<string, Actor> = {
    "nobody signed in": anonymous,
    "another person": await world.person("別の人"),
    "a member of another group": {
      ...applicant,
      accountId: newId(),
      memberships: [{ organisationId: newId(), organisationName: "別の団体", role: "representative" }],
    },
    "another ward's approver": await officerAt(owner, hirano, "approver"),
    "a viewer of the same office": await officerAt(owner, record.mainAreaCode, "viewer"),
    "an approver of the council of social welfare": withPost(approver, { bodyKind: "shakyo", areas: "all" }),
    "an approver of another programme": withPost(approver, { programme: "grants" }),
    "an approver without the hat on": { ...approver, wearing: null },
    "an approver whose own group it is": await memberOf(approver, id, "editor"),
  }
  const cells = Object.keys(strangers).flatMap((who) =>
    registration.states.map((state) => [who, state] as const),
  )

  test.each(cells)("X17: %s, %s", async (who, state) => {
    await putInto(state)
    const actor = strangers[who] ?? anonymous
    for (const event of events) expect(await outcome(acts[event](actor))).toMatch(/^(NotFound|Forbidden)$/)
    expect((await rowOf(id)).state).toBe(state)
  })

  test("X17: an unregistered group does not exist for another office", async () => {
    const other = await officerAt(owner, hirano, "approver")
    for (const state of registration.states) {
      await putInto(state)
      const told = state === "registered" ? "Forbidden" : "NotFound"
      expect(await outcome(acts.return(other))).toBe(told)
      expect(await outcome(acts.suspend(other))).toBe(told)
    }
  })

  test("X17: nobody checks a group that they applied for", async () => {
    await putInto("submitted")
    expect(await outcome(acts.approve(colleague))).toBe("Forbidden")
  })

  test("X17: the City may do what the ward's office may", async () => {
    const city = await officerAt(owner, null, "manager")
    for (const event of ["return", "approve", "refuse", "suspend", "reinstate", "close"] as const) {
      const [from = "draft"] = registration.events[event].from
      await putInto(from)
      expect(await outcome(acts[event](city))).toBe("done")
    }
  })
})

describe("X17: what is no step of the workflow", () => {
  const states = registration.states.map((state) => [state] as const)

  test.each(states)("X17: writing on in %s is for the applicant", async (state) => {
    const write = (actor: Actor) => saveDraft(as(actor), { id, version: 1, profile: someProfile })
    const open = state === "draft" || state === "returned" || state === "incomplete"
    await putInto(state)
    expect(await outcome(write(actors.editor))).toMatch(/NotFound|Forbidden/)
    expect(await outcome(write(approver))).toMatch(/NotFound|Forbidden/)
    expect(await outcome(write(applicant))).toMatch(open ? /^done$/ : /^(Conflict|NotFound|Forbidden)$/)
  })

  test.each(states)("X17: changing and confirming the profile in %s is for members", async (state) => {
    const change = (actor: Actor) => changeProfile(as(actor), { id, version: 1, profile: someProfile })
    await putInto(state)
    expect(await outcome(change(approver))).toMatch(/NotFound|Forbidden/)
    const confirmed = await outcome(confirmProfile(as(actors.editor), { id }))
    expect(confirmed).toBe(state === "registered" ? "done" : "Conflict")
    expect(await outcome(change(actors.editor))).toBe(wasPublic(state) ? "done" : "Conflict")
  })
})

function withPost(actor: Actor, change: Partial<NonNullable<Actor["wearing"]>>): Actor {
  return actor.wearing ? { ...actor, wearing: { ...actor.wearing, ...change } } : actor
}
