import type { NeighbourGroup } from "#modules/organisations"
import { doings, type Doing } from "./doings.ts"
import { once, repeated, type DemoListing } from "./entry.ts"

// What the groups of the big demo world do: something every month, and something once a year.

const openAir = /川|公園|農園|道|通学路|ウォーキング|野外/

/** The first Saturday of a month. */
const saturdayOf = (year: number, month: number): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ days: (6 - first.dayOfWeek + 7) % 7 })
}

type Said = ReturnType<DemoListing["content"]>

const common = (
  group: NeighbourGroup,
  title: string,
): Pick<Said, "placeName" | "areas" | "contact" | "howToJoin" | "fee"> => ({
  placeName: openAir.test(title)
    ? `${group.areaName}の集合場所（受付の旗が目印）`
    : `${group.areaName}民センター`,
  areas: group.areas,
  contact: group.phone ?? "",
  howToJoin: "申し込みはいりません。当日、会場の受付に声をかけてください。",
  fee: "無料",
})

const monthly = { repeat: "monthly-by-weekday" } as const
const weekly = { repeat: "weekly" } as const

const regularOf = (group: NeighbourGroup, { fields, regular }: Doing): DemoListing => ({
  person: group.person,
  group: group.name,
  on: 45,
  content: (today) => {
    const begin = today.subtract({ days: 30 })
    const first = begin.add({ days: (regular.weekday - begin.dayOfWeek + 7) % 7 })
    const rule = regular.monthly ? monthly : { ...weekly, weekdays: [regular.weekday] }
    return {
      ...common(group, regular.title),
      kind: regular.kind,
      title: `${regular.title}（${group.name}）`,
      titleKana: regular.kana,
      what: regular.what,
      fields,
      schedule: repeated(first, regular.at, rule),
      details: {
        entry: "walk-in",
        welcome: ["first-timers"],
        ...(regular.minutes && { minutes: regular.minutes }),
      },
    }
  },
})

/** Forty days before it takes place. */
const yearlyOf = (group: NeighbourGroup, { fields, yearly }: Doing, year: number): DemoListing => {
  const day = saturdayOf(year, yearly.month)
  return {
    person: group.person,
    group: group.name,
    on: day.subtract({ days: 40 }).toString(),
    content: () => ({
      ...common(group, yearly.title),
      title: `${yearly.title} ${year}`,
      titleKana: yearly.kana,
      what: yearly.what,
      fields,
      schedule: once(day, yearly.at),
      details: { entry: "walk-in" },
    }),
  }
}

/** Everything that one group published from its registration until a day. */
export const listingsOfNeighbour = (group: NeighbourGroup, today: Temporal.PlainDate): DemoListing[] => {
  const doing = doings[group.theme]
  if (!doing) throw new Error(`the demo does not know what ${group.theme} does`)
  const registered = Temporal.PlainDate.from(group.on).add({ days: 14 })
  const years = Array.from({ length: today.year - registered.year + 2 }, (_none, at) => registered.year + at)
  return [...years.map((year) => yearlyOf(group, doing, year)), regularOf(group, doing)].filter(({ on }) => {
    const day = typeof on === "number" ? today.subtract({ days: on }) : Temporal.PlainDate.from(on)
    return Temporal.PlainDate.compare(registered, day) <= 0 && Temporal.PlainDate.compare(day, today) <= 0
  })
}
