import { anonymous, type Actor } from "#kernel/actor.ts"
import { dayOf, standingClock } from "#kernel/clock.ts"
import { reading, type Context } from "#kernel/transaction.ts"
import { demoActor } from "#modules/accounts"
import { membershipsOf, findOrganisations } from "#modules/organisations"
import { askGroup } from "./commands/ask.ts"
import { handOverInquiry } from "./commands/cases.ts"
import { closeInquiry, writeMessage } from "./commands/reply.ts"
import { addTemplate } from "./commands/templates.ts"

// Nobody real asks: names and addresses were made up for the demo world.

type Talk = {
  /** Key of the demo person of the group that is asked. */
  readonly group: string
  /** A demo person, or a guest's name. */
  readonly from: { readonly person: string } | { readonly guest: string }
  readonly daysAgo: number
  readonly asks: string
  /** After so many hours. */
  readonly answer?: { readonly after: number; readonly body: string }
  readonly thanks?: string
  readonly ends?: "closed" | "handed-over"
}

const talks: readonly Talk[] = [
  {
    group: "group-editor",
    from: { guest: "小林 かな" },
    daysAgo: 41,
    asks: "3歳の子どもと一緒でも参加できますか。ベビーカーで行けると助かります。",
    answer: {
      after: 20,
      body: "お子さんと一緒の方も多いですよ。花壇まで段差はありません。ベビーカーのままどうぞ。",
    },
    thanks: "ありがとうございます。次の水やりに伺います。",
    ends: "closed",
  },
  {
    group: "group-editor",
    from: { guest: "大西 健" },
    daysAgo: 33,
    asks: "会社の同僚5人で参加したいのですが、事前に連絡は必要ですか。",
    answer: {
      after: 44,
      body: "5人なら大歓迎です。道具を用意しますので、前の日までに人数をお知らせください。",
    },
    ends: "closed",
  },
  {
    group: "group-editor",
    from: { person: "donor" },
    daysAgo: 24,
    asks: "使っていないプランターが10個あります。受け取っていただけますか。",
    answer: { after: 30, body: "助かります。土曜の午前なら、公園まで持ってきていただければ受け取れます。" },
    ends: "closed",
  },
  {
    group: "group-editor",
    from: { guest: "Maria Santos" },
    daysAgo: 17,
    asks: "日本語があまり話せません。それでも手伝えますか。",
    answer: { after: 50, body: "もちろんです。やさしい日本語と身ぶりで大丈夫です。お待ちしています。" },
    ends: "closed",
  },
  {
    group: "group-editor",
    from: { person: "expert" },
    daysAgo: 12,
    asks: "防災の話を、活動のあとに15分ほどさせていただけないでしょうか。",
    answer: { after: 26, body: "ぜひお願いします。来月の活動日の候補をお送りします。" },
  },
  {
    group: "group-editor",
    from: { person: "citizen" },
    daysAgo: 4,
    asks: "平日の夕方に活動している日はありますか。仕事の帰りに30分だけ手伝えます。",
    answer: { after: 22, body: "水曜の18時から、駅前の花壇で水やりをしています。手ぶらで来てください。" },
  },
  {
    group: "group-editor",
    from: { guest: "中井 誠" },
    daysAgo: 1,
    asks: "花の苗を少し分けていただくことはできますか。町会の掲示板のまわりに植えたいです。",
  },
  {
    group: "group-editor-2",
    from: { guest: "西田" },
    daysAgo: 13,
    asks: "アレルギーのある子どもが食べられるものはありますか。",
    ends: "handed-over",
  },
]

/** What people asked in the last weeks, and what groups answered. */
export const demo = async (context: Context): Promise<void> => {
  for (const talk of talks) await hold(context, talk)
  const { actor } = await memberAt(context, "group-editor", at(context, 20))
  const [group] = actor.memberships
  if (group)
    await addTemplate({ ...context, actor }, { organisationId: group.organisationId, ...ownTemplate })
}

const ownTemplate = {
  title: "はじめての方へ",
  body: "お問い合わせありがとうございます。\n持ち物はいりません。汚れてもよい服でお越しください。\n集合は公園の入口、時間の5分前です。",
}

const at = (context: Context, daysAgo: number, hours = 0): Temporal.Instant =>
  context.clock.now().subtract({ hours: daysAgo * 24 - hours })

const standingAt = (context: Context, instant: Temporal.Instant): Context => {
  const now = context.clock.now()
  const then = Temporal.Instant.compare(instant, now) < 0 ? instant : now
  return { ...context, clock: standingClock(then.toString()) }
}

type Group = { readonly actor: Actor; readonly publicId: string | null }

const memberAt = async (context: Context, key: string, instant: Temporal.Instant): Promise<Group> => {
  const person = await demoActor(standingAt(context, instant), key)
  return reading(context, async (tx) => {
    const memberships = await membershipsOf(tx, person.accountId ?? "", dayOf(instant, context.city.zone))
    const [first] = memberships
    const group = first && (await findOrganisations(tx, [first.organisationId])).get(first.organisationId)
    return { actor: { ...person, wearing: null, memberships }, publicId: group?.publicId ?? null }
  })
}

const hold = async (context: Context, talk: Talk): Promise<void> => {
  const then = at(context, talk.daysAgo)
  const { actor: member, publicId } = await memberAt(context, talk.group, then)
  if (publicId === null) return
  const { from, asks, answer, thanks, ends } = talk
  const guest = "guest" in from
  const asker = guest
    ? anonymous
    : { ...(await demoActor(standingAt(context, then), from.person)), wearing: null }
  const { id, key } = await askGroup(
    { ...standingAt(context, then), actor: asker },
    {
      of: { organisation: publicId },
      name: guest ? from.guest : asker.name,
      address: guest ? `guest-${talk.daysAgo}@mail.example.jp` : null,
      lang: "ja",
      body: asks,
    },
  )
  const later = (hours: number, actor: Actor): Context => ({
    ...standingAt(context, at(context, talk.daysAgo, hours)),
    actor,
  })
  if (answer) await writeMessage(later(answer.after, member), { id, side: "group", body: answer.body })
  const after = (answer?.after ?? 0) + 5
  if (thanks) await writeMessage(later(after, asker), { id, key, side: "asker", body: thanks })
  if (ends === "closed") await closeInquiry(later(after + 24, member), { id, side: "group" })
  if (ends === "handed-over")
    await handOverInquiry(later(72, member), {
      id,
      note: "アレルギーについて、どう答えればよいか教えてください。",
    })
}
