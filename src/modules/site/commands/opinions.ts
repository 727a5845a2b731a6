import { createHash } from "node:crypto"
import { sql } from "kysely"
import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { addBusinessDays } from "#kernel/business-days.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict, Invalid, NotFound } from "#kernel/errors.ts"
import { newId, newPublicId } from "#kernel/ids.ts"
import { post } from "#kernel/messages/messages.ts"
import { touch } from "#kernel/stamps.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { listBodies } from "#modules/places"
import type { Lang } from "#web/view.ts"
import { answerLetter } from "../mail.ts"
import { canAnswerOpinion, canGiveOpinion } from "../policy.ts"
import { opinionRows } from "../queries/opinions.ts"
import { type AnswerInput, opinion, type Opinion } from "../schema/opinions.ts"

type Given = {
  readonly text: string
  readonly address: string
  readonly mayPublish: boolean
  readonly page: string
  readonly lang: Lang
  /** From where it was sent, to count how often; only a hash of today is kept. */
  readonly client: string
}

/** civic-portal.U4: anybody may say what they think of the site, with or without an address for the answer. */
export const giveOpinion = command("site.give-opinion", async (work, input: Given) => {
  const hat = canGiveOpinion(work.actor)
  await countAttempt(work, input.client)
  const [id, publicId, bodyId] = [newId(), newPublicId(), await cityBody(work)]
  const today = dayOf(work.now, work.city.zone)
  await work.tx
    .insertInto("siteOpinions")
    .values({
      ...{ id, publicId, bodyId, text: input.text, page: input.page, lang: input.lang, at: work.now },
      mayPublish: input.mayPublish,
      dueOn: addBusinessDays(today, work.city.settings.opinionDays.value),
      state: opinion.initial,
    })
    .execute()
  if (input.address !== "" || work.actor.accountId)
    await work.tx
      .insertInto("siteOpinionWriters")
      .values({ opinionId: id, bodyId, accountId: work.actor.accountId, address: input.address })
      .execute()
  await audit(work, { hat, subject: { kind: "opinion", id }, payload: { page: input.page } })
  return { id: publicId }
})

const cityBody = async (work: Work): Promise<string> => {
  const body = (await listBodies(work.tx)).find(({ kind }) => kind === "city")
  if (!body) throw new Error("the city has no body of its own")
  return body.id
}

/** Said at the form, where nothing that was written is lost. */
const countAttempt = async (work: Work, from: string): Promise<void> => {
  const today = dayOf(work.now, work.city.zone)
  const client = createHash("sha256").update(`${today.toString()} ${from}`).digest("base64url").slice(0, 22)
  await sql`select pg_advisory_xact_lock(hashtext(${client}))`.execute(work.tx)
  const { count } = await work.tx
    .selectFrom("siteOpinionAttempts")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("client", "=", client)
    .where("at", ">", work.now.subtract({ hours: 1 }))
    .executeTakeFirstOrThrow()
  if (Number(count) >= work.city.settings.opinionsAnHour.value)
    throw new Invalid({ "": "site:error.too-often" })
  await work.tx.insertInto("siteOpinionAttempts").values({ client, at: work.now }).execute()
  await work.tx
    .deleteFrom("siteOpinionAttempts")
    .where("at", "<", work.now.subtract({ hours: 48 }))
    .execute()
}

const lockOpinion = async (work: Work, publicId: string): Promise<Opinion> => {
  const found = await opinionRows(work.tx).where("publicId", "=", publicId).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound(`there is no opinion ${publicId}`)
  return found
}

type Answering = { readonly id: string; readonly input: AnswerInput }

/** civic-portal.R8: takes it up, answers it and names what was changed, or closes it. What is shown says who nobody is. */
export const answerOpinion = command("site.answer-opinion", async (work, { id, input }: Answering) => {
  const before = await lockOpinion(work, id)
  const hat = authorise(canAnswerOpinion(work.actor))
  const state = move(opinion, input.event, before.state)
  if (before.version !== input._version)
    throw new Conflict(`opinion ${id} has changed`, {
      current: { answer: before.answer, change: before.change, publicText: before.publicText },
      version: before.version,
    })
  if (input.publish && !before.mayPublish) throw new Invalid({ publish: "site:error.may-not-publish" })
  const isAnswer = input.event === "answer"
  await work.tx
    .updateTable("siteOpinions")
    .set({
      ...{ state, answer: input.answer, change: input.change, publicText: input.publicText },
      ...(isAnswer ? { answeredAt: work.now, answeredBy: work.actor.accountId } : {}),
      publishedAt: isAnswer && input.publish ? (before.publishedAt ?? work.now) : null,
      version: before.version + 1,
    })
    .where("id", "=", before.id)
    .execute()
  const { event, answer, change, publish } = input
  await audit(work, {
    hat,
    subject: { kind: "opinion", id: before.id },
    payload: { event, answer, change, publish },
  })
  touch(work, "opinions")
  if (isAnswer && answer !== before.answer) await tellWriter(work, before, input)
  return { id }
})

const tellWriter = async (work: Work, { id, lang, text }: Opinion, input: AnswerInput): Promise<void> => {
  const writer = await work.tx
    .selectFrom("siteOpinionWriters")
    .select(["accountId", "address", "bodyId"])
    .where("opinionId", "=", id)
    .where("address", "<>", "")
    .executeTakeFirst()
  if (!writer) return
  const { accountId, address, bodyId } = writer
  await post(work, {
    template: "site.opinion-answered",
    to: [{ accountId, address, lang }],
    write: (to) =>
      answerLetter(to, { text, answer: input.answer, change: input.change, baseUrl: work.baseUrl }),
    about: { kind: "opinion", id },
    bodyId,
  })
}
