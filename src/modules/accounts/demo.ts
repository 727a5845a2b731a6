import { type Actor, anonymous, authorise, ownHat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf, standingClock, startOfDay } from "#kernel/clock.ts"
import type { DemoPerson } from "#kernel/city.ts"
import { command, type Context, reading } from "#kernel/transaction.ts"
import { listBodies } from "#modules/places"
import { accountFor, findPersonByAddress } from "./auth/people.ts"
import { grantPost } from "./commands/posts.ts"
import { postsOf } from "./queries/posts.ts"

/** The demo's history begins with a fiscal year. */
const firstDay = Temporal.PlainDate.from("2022-04-01")

const enrol = command("accounts.enrol", async (work, person: DemoPerson) => {
  const hat = authorise(work.actor.system ? ownHat(work.actor) : "refused")
  const { id } = await accountFor(work, { address: person.email, name: person.name })
  await audit(work, { hat, subject: { kind: "account", id }, payload: { name: person.name } })
  return { id }
})

export const demo = async (context: Context): Promise<void> => {
  const then = { ...context, clock: standingClock(morningOf(context).toString()) }
  for (const person of context.city.demoPeople) {
    await enrol(then, person)
    for (const place of person.posts ?? []) await grant(then, person, place)
  }
}

/** The people of the big demo world; who is there already stays as is. */
export const demoFull = async (context: Context): Promise<void> => {
  const then = { ...context, clock: standingClock(morningOf(context).toString()) }
  for (const person of context.city.demoNeighbours) await enrol(then, person)
}

const morningOf = ({ city }: Context): Temporal.Instant => startOfDay(firstDay, city.zone).add({ hours: 9 })

const grant = async (
  context: Context,
  person: DemoPerson,
  place: NonNullable<DemoPerson["posts"]>[number],
): Promise<void> => {
  const body = (await reading(context, listBodies)).find((each) => each.slug === place.body)
  if (!body) throw new Error(`the demo names a body that is not there: ${place.body}`)
  await grantPost(context, {
    address: person.email,
    bodyId: body.id,
    programme: place.programme,
    role: place.role,
    areaCodes: place.areas?.map((slug) => areaCode(context, slug)) ?? null,
    from: firstDay,
    to: null,
    tell: false,
  })
}

const areaCode = ({ city }: Context, slug: string): string => {
  const area = city.areas.find((each) => each.slug === slug)
  if (!area) throw new Error(`the demo names an area that is not there: ${slug}`)
  return area.code
}

/** A demo person as the actor of commands, with the first post's hat on; memberships are added by their module. */
export const demoActor = async (context: Omit<Context, "actor">, key: string): Promise<Actor> => {
  const { demoPeople, demoNeighbours } = context.city
  const person = [...demoPeople, ...demoNeighbours].find((each) => each.key === key)
  if (!person) throw new Error(`there is no demo person ${key}`)
  return reading(context, async (tx) => {
    const account = await findPersonByAddress(tx, person.email)
    if (!account) throw new Error(`the demo person ${key} has no account yet`)
    const posts = await postsOf(tx, account.id, dayOf(context.clock.now(), context.city.zone))
    const { id: accountId, name, address } = account
    return { ...anonymous, accountId, name, address, posts, wearing: posts[0] ?? null }
  })
}
