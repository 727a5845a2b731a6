import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { startOfDay } from "#kernel/clock.ts"
import type { City } from "#kernel/city.ts"
import { reading, type Transaction } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { today } from "#web/dates.tsx"
import { getAreaBySlug, listAreas, searchAreas, type Area } from "#modules/places"
import type { ListingCard } from "../queries/cards.ts"
import { changesOf } from "../queries/changes.ts"
import { countMeetings } from "../queries/meetings.ts"
import { getPublicListing, listComing, type ListingDetail } from "../queries/public.ts"
import { countFitting, earliest, endsOf, listListings } from "../queries/list.ts"
import { readFilter, type ListingFilter } from "../schema/filter.ts"
import { flyersOf } from "../queries/files.ts"
import { lifeRoutes } from "./life.tsx"
import { ListingPage } from "./listing-page.tsx"
import { MeetingsPage } from "./meetings-page.tsx"
import { PosterPage } from "./print-page.tsx"
import { ListPage, type Offers } from "./list-page.tsx"

type Request = HonoContext<WebEnv>

/** きょう and あした become other words at midnight. */
const nextMidnight = (c: Request): Temporal.Instant =>
  startOfDay(today(c.var.view).add({ days: 1 }), c.var.view.zone)

export const listingsPublic = routes()
  .route("/", lifeRoutes)
  .get("/listings", async (c) => {
    const { context, view } = c.var
    await c.var.keep(["listings", "places"], nextMidnight(c))
    const page = await reading(context, async (tx) => {
      const asked = readFilter(new URL(c.req.url).searchParams, await listAreas(tx), view.zone)
      const areas = await searchAreas(tx)
      const found = await listListings(tx, asked.filter, view)
      const offers = found.total === 0 ? await offersFor(tx, context.city, asked.filter, view.now) : null
      return { asked, areas, found, offers }
    })
    await c.var.keep([], page.found.until)
    return c.html(drawPage(<ListPage view={view} canonical={`${context.baseUrl}/listings`} {...page} />))
  })
  .get("/exchange-meetings", async (c) => {
    const { context, view } = c.var
    await c.var.keep(["listings", "places"], nextMidnight(c))
    const page = await reading(context, async (tx) => {
      const query = new URL(c.req.url).searchParams
      const { filter } = readFilter(query, await listAreas(tx), view.zone)
      const meetings = { ...filter, kind: "meeting" as const }
      return {
        filter: meetings,
        areas: await searchAreas(tx),
        found: await listListings(tx, meetings, view),
        counts: await countMeetings(tx, view.now),
      }
    })
    await c.var.keep([], page.found.until)
    const canonical = `${context.baseUrl}/exchange-meetings`
    return c.html(drawPage(<MeetingsPage view={view} canonical={canonical} {...page} />))
  })
  .get("/listings/:id/print", async (c) => {
    const { context, view } = c.var
    const id = c.req.param("id")
    await c.var.keep([`listing:${id}`, "places"], nextMidnight(c))
    const listing = await reading(context, (tx) => getPublicListing(tx, id, view))
    await c.var.keep([], untilOf(listing, view.now))
    if (listing.noIndex) c.header("X-Robots-Tag", "noindex")
    const canonical = `${context.baseUrl}/listings/${id}`
    return c.html(drawPage(<PosterPage view={view} listing={listing} canonical={canonical} />))
  })
  .get("/listings/:id", async (c) => {
    const { context, view } = c.var
    const id = c.req.param("id")
    await c.var.keep([`listing:${id}`, "places"], nextMidnight(c))
    const { listing, flyers, changes, allAreas } = await reading(context, async (tx) => {
      const found = await getPublicListing(tx, id, view)
      const latest = await changesOf(tx, found.id, 1)
      return {
        listing: found,
        flyers: await flyersOf(tx, found.id),
        changes: latest,
        allAreas: latest.length > 0 ? await listAreas(tx) : [],
      }
    })
    if (listing.noIndex) c.header("X-Robots-Tag", "noindex")
    if (listing.over) await c.var.keep(["listings"])
    const next = listing.over ? await nextOfGroup(c, listing.organisationId) : []
    await c.var.keep([], untilOf(listing, view.now, next))
    const canonical = `${context.baseUrl}/listings/${id}`
    const panels = await c.var.panels("listing", listing.id)
    const page = { view, listing, flyers, next, canonical, panels, changes, allAreas }
    return c.html(drawPage(<ListingPage {...page} />))
  })

/** When something on the page becomes past. */
const untilOf = (
  { applyFrom, applyBy, endsAt, occurrences }: ListingDetail,
  now: Temporal.Instant,
  next: readonly ListingCard[] = [],
): Temporal.Instant | null => {
  const ends = [...occurrences.map(({ overAt }) => overAt), ...next.flatMap(endsOf)]
  return earliest([applyFrom, applyBy, endsAt, ...ends], now)
}

const nextOfGroup = async (c: Request, organisationId: string | null) =>
  organisationId === null
    ? []
    : reading(c.var.context, (tx) => listComing(tx, { organisationId }, c.var.view, 3))

/** activity-publishing.Edge: with no hit, the wards around that have some, and the same on any day. */
const offersFor = async (
  tx: Transaction,
  city: City,
  filter: ListingFilter,
  now: Temporal.Instant,
): Promise<Offers> => {
  const around = city.areas.find(({ code }) => code === filter.area?.code)?.neighbours ?? []
  const neighbours: { area: Area; count: number }[] = []
  for (const slug of around) {
    const area = await getAreaBySlug(tx, slug)
    const { total: count } = await countFitting(tx, { ...filter, area }, now)
    if (count > 0) neighbours.push({ area, count })
  }
  const asksForDays =
    filter.from !== null || filter.to !== null || filter.weekdays.length > 0 || filter.hours !== null
  const free = { ...filter, from: null, to: null, weekdays: [], hours: null }
  return { neighbours, anyDay: asksForDays ? (await countFitting(tx, free, now)).total : null }
}
