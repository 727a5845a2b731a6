import { dayOf, standingClock } from "#kernel/clock.ts"
import type { City } from "#kernel/city.ts"
import { reading, type Context } from "#kernel/transaction.ts"
import { demoActor } from "#modules/accounts"
import { membershipsOf, neighbourGroups, type NeighbourGroup } from "#modules/organisations"
import { hideListing } from "../commands/office.ts"
import { publishForOffice } from "../commands/office-write.ts"
import { draftListing, publishNewListing } from "../commands/publish.ts"
import { noDetails } from "../schema/details.ts"
import { expandListings, moveListingsOn } from "../jobs.ts"
import type { Content } from "../schema/content.ts"
import type { DemoListing } from "./entry.ts"
import { listingsOfNeighbour } from "./neighbourhood.ts"
import { cityOffice, wardOffices, type DemoOfficeListing } from "./offices.ts"
import { detailsOfDemo } from "./said-more.ts"
import { townListings } from "./town.ts"
import { wardsAhead } from "./wards-ahead.ts"
import { wardsSince2022 } from "./wards-since-2022.ts"

/** What the groups of the demo world published since 2022, and what they do in the coming weeks. */
export const demo = async (context: Context): Promise<void> => {
  for (const listing of context.city.firstLevel === "ward"
    ? [...wardsSince2022, ...wardsAhead]
    : townListings) {
    const day = dayOfListing(context, listing)
    if (Temporal.PlainDate.compare(day, today(context)) <= 0) await make(context, listing, day)
  }
  const offices = context.city.firstLevel === "ward" ? [...cityOffice, ...wardOffices] : cityOffice
  for (const listing of offices) {
    const day = dayOfListing(context, listing)
    if (Temporal.PlainDate.compare(firstDay, day) <= 0) await makeForOffice(context, listing, day)
  }
  await bringUpToDate(context)
}

/** What the groups of every ward published; a group that has published is left as it is. */
export const demoFull = async (context: Context): Promise<void> => {
  for (const group of neighbourGroups(context.city))
    for (const listing of await stillToMake(context, group)) {
      await make(context, listing, dayOfListing(context, listing))
    }
  await bringUpToDate(context)
}

const stillToMake = async (context: Context, group: NeighbourGroup): Promise<readonly DemoListing[]> => {
  const editor = await as(context, group.person, today(context), 11)
  const own = editor.actor.memberships.find(({ organisationName }) => organisationName === group.name)
  const there = own
    ? await reading(context, (tx) =>
        tx
          .selectFrom("listings")
          .select("id")
          .where("organisationId", "=", own.organisationId)
          .executeTakeFirst(),
      )
    : undefined
  return there ? [] : listingsOfNeighbour(group, today(context))
}

/** It was made at past times: what comes next is another day now. */
const bringUpToDate = async (context: Context): Promise<void> => {
  const job = { ...context, signal: new AbortController().signal }
  await expandListings.run(job, {})
  await moveListingsOn.run(job, {})
}

/** From this day on the officers of the demo have their posts. */
const firstDay = Temporal.PlainDate.from("2022-04-01")

const today = ({ clock, city }: Context): Temporal.PlainDate => dayOf(clock.now(), city.zone)

const dayOfListing = (context: Context, { on }: Pick<DemoListing, "on">): Temporal.PlainDate =>
  typeof on === "number" ? today(context).subtract({ days: on }) : Temporal.PlainDate.from(on)

const make = async (context: Context, listing: DemoListing, day: Temporal.PlainDate): Promise<void> => {
  const editor = await as(context, listing.person, day, 11)
  const group = editor.actor.memberships.find(({ organisationName }) =>
    organisationName.startsWith(listing.group),
  )
  if (!group) return
  const content = contentOf(context.city, listing.content(today(context)))
  const { organisationId } = group
  const { id } = await (listing.draft ? draftListing : publishNewListing)(editor, { organisationId, content })
  if (!listing.hidden) return
  const officer = await as(context, officerOf(context.city), day.add({ days: 1 }), 14)
  await hideListing(officer, { id, reason: listing.hidden })
}

const makeForOffice = async (
  context: Context,
  { person, content }: DemoOfficeListing,
  day: Temporal.PlainDate,
): Promise<void> => {
  const officer = await as(context, person, day, 10)
  await publishForOffice(officer, { content: contentOf(context.city, content(today(context))) })
}

/** A demo person with the groups of that day, at an hour of it; never later than now. */
const as = async (context: Context, key: string, day: Temporal.PlainDate, hour: number): Promise<Context> => {
  const at = day.toZonedDateTime({ timeZone: context.city.zone, plainTime: { hour } }).toInstant()
  const now = context.clock.now()
  const clock = standingClock((Temporal.Instant.compare(at, now) < 0 ? at : now).toString())
  const actor = await demoActor({ ...context, clock }, key)
  const memberships = await reading(context, (tx) => membershipsOf(tx, actor.accountId ?? "", day))
  return { ...context, clock, actor: { ...actor, memberships } }
}

/** What is hidden belongs to the first group of the demo: its ward's officer, or the City's where there are no wards. */
const officerOf = ({ demoPeople }: City): string =>
  demoPeople.some(({ key }) => key === "ward-officer-abeno") ? "ward-officer-abeno" : "city-officer"

const empty: Omit<Content, "title" | "titleKana" | "what" | "howToJoin" | "schedule" | "fields"> = {
  kind: "event",
  forWhom: "",
  placeName: "",
  placeAddress: "",
  online: false,
  fee: "",
  capacity: "",
  contact: "",
  link: "",
  applyBy: null,
  details: noDetails,
  scope: "whole-city",
  areaCodes: [],
  english: { title: "", what: "", howToJoin: "" },
}

const contentOf = (
  city: City,
  { areas = [], details, ...said }: ReturnType<DemoListing["content"]>,
): Content => {
  const areaCodes = areas.map((slug) => city.areas.find((area) => area.slug === slug)?.code ?? city.code)
  return {
    ...empty,
    ...said,
    details: detailsOfDemo(said.title, details),
    scope: areas.length > 0 ? "areas" : "whole-city",
    areaCodes,
  }
}
