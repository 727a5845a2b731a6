import { z } from "zod"
import type { Actor } from "#kernel/actor.ts"
import { isBusinessDay } from "#kernel/business-days.ts"
import { dayOf } from "#kernel/clock.ts"
import { defineJob, type JobContext, type Schedule } from "#kernel/jobs/jobs.ts"
import { post } from "#kernel/messages/messages.ts"
import { asActor, reading, working } from "#kernel/transaction.ts"
import { type MorningReader, morningReaders } from "#modules/accounts"
import type { Overall, WaitingThere } from "#web/manifest.ts"
import { morningLetter } from "./mail.ts"

const nothing = z.record(z.string(), z.never())

/** 08:30 in a city whose clocks stand nine hours ahead of UTC, from Sunday's evening to Thursday's. */
const everyMorning = "30 23 * * 0-4"

/** What waits under each hat of whoever asked for it, before work begins. A day on which the office is closed has none. */
export const morningMail = (all: Overall): readonly Schedule[] => {
  const job = defineJob("portal.morning-mail", nothing, async (context) => {
    const today = dayOf(context.clock.now(), context.city.zone)
    if (!isBusinessDay(today)) return
    for (const reader of await reading(context, (tx) => morningReaders(tx, today)))
      await write(context, all, reader)
  })
  return [{ job, crontab: everyMorning }]
}

const write = async (context: JobContext, all: Overall, reader: MorningReader): Promise<void> => {
  const view = all.viewFor(context, reader.lang)
  const waiting = await waitingFor(context, all, reader)
  if (waiting.length === 0) return
  await working(context, "portal.morning-mail", (work) =>
    post(work, {
      template: "portal.morning-mail",
      to: [{ accountId: reader.actor.accountId, address: reader.address, lang: reader.lang }],
      write: () => morningLetter(view, context.baseUrl, waiting),
    }),
  )
}

/** Under several hats the same thing may wait: it is told once. */
const waitingFor = async (
  context: JobContext,
  all: Overall,
  reader: MorningReader,
): Promise<WaitingThere[]> => {
  const view = all.viewFor(context, reader.lang)
  const found = new Map<string, WaitingThere>()
  for (const wearing of reader.actor.posts) {
    const actor: Actor = { ...reader.actor, wearing }
    for (const each of await asActor({ ...context, actor }, (tx) => all.waits(tx, actor, view)))
      found.set(`${each.href} ${each.title}`, each)
  }
  const order = ({ dueOn, since }: WaitingThere) => `${dueOn?.toString() ?? "9999"} ${since.toString()}`
  return [...found.values()].sort((a, b) => order(a).localeCompare(order(b)))
}
