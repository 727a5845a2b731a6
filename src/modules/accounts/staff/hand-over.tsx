import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { type Actor, anonymous } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { Forbidden, NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { asActor, type Transaction } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { filledForm, submitForm } from "#web/forms.ts"
import { findBody, listAreas, listBodies } from "#modules/places"
import { findPerson } from "../auth/people.ts"
import { handOverPosts } from "../commands/hand-over.ts"
import { managedBodies } from "../policy.ts"
import { type HeldPost, heldByPerson } from "../queries/posts.ts"
import { handOverForm } from "../schema.ts"
import { HandOver, type HandOverProps, type WaitingUnder } from "../views/hand-over.tsx"

type Request = HonoContext<WebEnv, string>

export const handOverPage = routes()
  .get("/posts/:id/hand-over", async (c) => {
    const props = await personOf(c)
    const form = filledForm({ posts: props.held.map((post) => post.id) })
    return c.html(drawPage(<HandOver {...props} form={form} />))
  })
  .post("/posts/:id/hand-over", (c) =>
    submitForm(c, {
      schema: handOverForm,
      run: async (context, { posts, ...input }) => {
        await handOverPosts(context, { ...input, accountId: idOf(c), postIds: posts })
        return "/staff/posts?when=coming"
      },
      again: async (form) => <HandOver {...await personOf(c)} form={form} />,
      done: "accounts:done.handed-over",
    }),
  )

const idOf = (c: Request): string => {
  const id = c.req.param("id") ?? ""
  if (!isId(id)) throw new NotFound("no such person")
  return id
}

/** X14: another body's administrator sees what the person holds there, and whom nothing ties to it not at all. */
const personOf = async (c: Request): Promise<Omit<HandOverProps, "form">> => {
  const { context, view } = c.var
  const scope = managedBodies(context.actor)
  if (scope === "none") throw new Forbidden("only administrators hand over posts")
  const today = dayOf(context.clock.now(), context.city.zone)
  return asActor(context, async (tx) => {
    const person = await findPerson(tx, idOf(c))
    const all = person ? await heldByPerson(tx, person.id, today) : []
    const held = scope === "all" ? all : all.filter((post) => post.bodyId === scope.bodyId)
    if (!person || (scope !== "all" && held.length === 0)) throw new NotFound("no such person here")
    const waiting = []
    for (const post of held) waiting.push(await waitingUnder(c, tx, post))
    return { view, person, held, waiting, bodies: await listBodies(tx), areas: await listAreas(tx) }
  })
}

/** X14: what waits for a post; of a body that is not the City's own only how much. */
const waitingUnder = async (c: Request, tx: Transaction, held: HeldPost): Promise<WaitingUnder> => {
  const body = await findBody(tx, held.bodyId)
  if (!body) throw new NotFound("the post has no body")
  const post = {
    ...{ id: held.id, bodyId: body.id, bodyName: body.name, bodyKind: body.kind },
    ...{ programme: held.programme, role: held.role, areas: held.areaCodes ?? ("all" as const) },
  }
  const actor: Actor = { ...anonymous, accountId: held.accountId, posts: [post], wearing: post }
  const items = await c.var.collected.waits(tx, actor)
  const wearing = c.var.context.actor.wearing
  const own = wearing?.bodyId === body.id || (wearing?.bodyKind === "city" && body.kind === "ward-office")
  return { postId: held.id, count: items.length, items: own ? items : [] }
}
