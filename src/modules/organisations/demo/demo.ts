import { addBusinessDays } from "#kernel/business-days.ts"
import { dayOf, standingClock } from "#kernel/clock.ts"
import { reading, type Context, type Transaction } from "#kernel/transaction.ts"
import { demoActor } from "#modules/accounts"
import { submitRegistration } from "../commands/apply.ts"
import { confirmProfile } from "../commands/freshness.ts"
import { approveRegistration, returnRegistration } from "../commands/decide.ts"
import { demoGroups, type DemoGroup } from "./groups.ts"
import { neighbourGroups } from "./neighbourhood.ts"
import { getRecord } from "../queries/records.ts"
import { emptyProfile, type Profile } from "../schema/form.ts"
import { checks } from "../schema/office-form.ts"

/** Groups that registered since 2022, one that waits for its office today, and one that was asked for more. */
export const demo = async (context: Context): Promise<void> => {
  for (const group of demoGroups(context.city)) {
    const day = dayOfGroup(context, group)
    if (Temporal.PlainDate.compare(day, today(context)) <= 0) await register(context, group, day)
  }
}

/** Groups in every ward, on top of those; whose name is registered already is left out. */
export const demoFull = async (context: Context): Promise<void> => {
  const names = await reading(context, listNames)
  for (const group of neighbourGroups(context.city)) {
    const day = dayOfGroup(context, group)
    const isDue = Temporal.PlainDate.compare(day, today(context)) <= 0
    if (isDue && !names.has(group.name)) await register(context, group, day)
  }
}

const listNames = async (tx: Transaction): Promise<ReadonlySet<string>> => {
  const rows = await tx.selectFrom("organisations").select("name").execute()
  return new Set(rows.map(({ name }) => name))
}

const today = ({ clock, city }: Context): Temporal.PlainDate => dayOf(clock.now(), city.zone)

const dayOfGroup = (context: Context, { on }: DemoGroup): Temporal.PlainDate =>
  on === "now" ? today(context).subtract({ days: 3 }) : Temporal.PlainDate.from(on)

const register = async (context: Context, group: DemoGroup, day: Temporal.PlainDate): Promise<void> => {
  const profile = profileOf(context, group)
  const applicant = await as(context, group.person, day, 10)
  const { id } = await submitRegistration(applicant, { id: null, profile, different: true })
  if (group.ends === "waiting") return
  const decided = group.ends === "returned" ? day.add({ days: 1 }) : addBusinessDays(day, 3)
  const officer = await as(context, officerFor(context, group), decided, 15)
  const { version } = await reading(context, (tx) => getRecord(tx, id))
  if (group.ends === "returned") await returnRegistration(officer, { id, version, ...request })
  else await approveRegistration(officer, { id, version, checked: checks })
  if (group.ends === undefined) await confirmLast(context, group, id, decided)
}

/** civic-portal.R6: the office asks once a year; what stands in the demo was confirmed at the latest anniversary. */
const confirmLast = async (
  context: Context,
  group: DemoGroup,
  id: string,
  registered: Temporal.PlainDate,
): Promise<void> => {
  const { years } = registered.until(today(context), { largestUnit: "years" })
  if (years === 0) return
  const officer = await as(context, officerFor(context, group), registered.add({ years }), 11)
  await confirmProfile(officer, { id })
}

const request = {
  reason: "どこで、だれのために、どのくらいの頻度で活動しているかを、もう少し書いてください。",
  fieldReasons: { purpose: "活動の場所と回数を書き足してください" },
}

/** Somebody at an hour of that day; never later than now. */
const as = async (context: Context, key: string, day: Temporal.PlainDate, hour: number): Promise<Context> => {
  const at = day.toZonedDateTime({ timeZone: context.city.zone, plainTime: { hour } }).toInstant()
  const now = context.clock.now()
  const clock = standingClock((Temporal.Instant.compare(at, now) < 0 ? at : now).toString())
  return { ...context, clock, actor: await demoActor({ ...context, clock }, key) }
}

/** The ward's own officer where the demo has one, else the City's. */
const officerFor = ({ city }: Context, { areas: [main] }: DemoGroup): string => {
  const own = city.demoPeople.find(({ posts = [] }) =>
    posts.some((post) => post.role === "approver" && post.areas?.includes(main ?? "")),
  )
  return own?.key ?? "city-officer"
}

const profileOf = ({ city }: Context, group: DemoGroup): Profile => {
  const people = [...city.demoPeople, ...city.demoNeighbours]
  const person = people.find(({ key }) => key === group.person)
  const codes = group.areas.map((slug) => city.areas.find((area) => area.slug === slug)?.code ?? city.code)
  const [mainArea = city.code, ...areas] = codes
  return {
    ...emptyProfile,
    ...{ name: group.name, kana: group.kana, kind: group.kind, mainArea, areas, fields: group.fields },
    ...{ english: group.english ?? "", purpose: group.purpose, purposeEnglish: group.purposeEnglish ?? "" },
    website: group.website ?? "",
    contactName: person?.name ?? "",
    contactPhone: group.phone ?? "",
    contactMail: person?.email ?? "",
    shown: group.contactPublic ? ["name", "phone", "mail", "website", "links"] : emptyProfile.shown,
    ...group.more,
  }
}
