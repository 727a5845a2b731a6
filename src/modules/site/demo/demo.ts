import { dayOf, standingClock } from "#kernel/clock.ts"
import { asActor, reading, type Context } from "#kernel/transaction.ts"
import { demoActor } from "#modules/accounts"
import { agreeToTerms } from "../commands/consents.ts"
import { createNotice } from "../commands/notices.ts"
import { answerOpinion, giveOpinion } from "../commands/opinions.ts"
import { recordPromotion } from "../commands/promotions.ts"
import { findAskedTerms } from "../queries/consents.ts"
import { getOpinion } from "../queries/opinions.ts"
import type { NoticeInput } from "../schema/notices.ts"
import { demoNotices, demoOpinions, demoPromotions, type DemoNotice, type DemoOpinion } from "./texts.ts"

/** Everybody has agreed to the terms; the City gave notices, answered opinions and explained what registering is for. */
export const demo = async (context: Context): Promise<void> => {
  await agreeAll(context)
  for (const notice of demoNotices(context.city)) await giveNotice(context, notice)
  for (const opinion of demoOpinions) await writeOpinion(context, opinion)
  const officer = await at(context, 1, "city-officer")
  for (const { days, ...promotion } of demoPromotions)
    await recordPromotion(officer, { ...promotion, day: today(context).subtract({ days }) })
}

const today = ({ clock, city }: Context): Temporal.PlainDate => dayOf(clock.now(), city.zone)

/** Somebody, so many days ago. */
const at = async (context: Context, days: number, person: string): Promise<Context> => {
  const clock = standingClock(
    context.clock
      .now()
      .subtract({ hours: 24 * days })
      .toString(),
  )
  return { ...context, clock, actor: await demoActor({ ...context, clock }, person) }
}

const agreeAll = async (context: Context): Promise<void> => {
  const asked = await reading(context, (tx) => findAskedTerms(tx, context.clock.now()))
  if (!asked) return
  for (const { key } of context.city.demoPeople)
    await agreeToTerms({ ...context, actor: await demoActor(context, key) }, { versionId: asked.id })
}

const giveNotice = async (context: Context, notice: DemoNotice): Promise<void> => {
  const area = context.city.areas.find(({ slug }) => slug === notice.area)?.code ?? null
  const first = today(context).subtract({ days: notice.days })
  const input: NoticeInput = {
    "title-ja": notice.ja[0],
    "body-ja": notice.ja[1],
    "title-en": notice.en?.[0] ?? "",
    "body-en": notice.en?.[1] ?? "",
    "title-ja-easy": notice.easy?.[0] ?? "",
    "body-ja-easy": notice.easy?.[1] ?? "",
    ...{ area, intent: "publish", from: "", fromTime: "", to: "", _version: undefined },
    starts: first.toPlainDateTime({ hour: 9 }),
    lastDay: notice.lasts === null ? null : first.add({ days: notice.lasts }),
  }
  await createNotice(await at(context, Math.max(notice.days, 0), "city-officer"), input)
}

const writeOpinion = async (context: Context, opinion: DemoOpinion): Promise<void> => {
  const { text, page, days, answered } = opinion
  const writer = await at(context, days, "citizen")
  const given = { text, page, address: "", mayPublish: true, lang: "ja" as const, client: text }
  const { id } = await giveOpinion(writer, given)
  if (!answered) return
  const officer = await at(context, days - 3, "city-officer")
  const { version } = (await asActor(officer, (tx) => getOpinion(tx, officer.actor, id))).opinion
  const { answer, change } = answered
  const input = {
    event: "answer" as const,
    answer,
    change,
    publish: true,
    publicText: text,
    _version: version,
  }
  await answerOpinion(officer, { id, input })
}
