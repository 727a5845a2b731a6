import { anonymous } from "#kernel/actor.ts"
import { on } from "#kernel/events.ts"
import { organisationChanged, organisationHidden, organisationShown } from "#modules/organisations"
import { followGroup, resumeListings, suspendListings } from "../../src/modules/listings/commands/follow.ts"
import { draftListing, publishNewListing } from "../../src/modules/listings/commands/publish.ts"
import type { Content } from "../../src/modules/listings/schema/content.ts"
import { noDetails } from "../../src/modules/listings/schema/details.ts"
import { testWorld } from "./database.ts"
import { insertGroup, officerAt } from "./groups.ts"

export const abeno = "271195"
export const hirano = "271268"

/** Something small that any group could do on 20 June 2026. */
export const someContent: Content = {
  kind: "event",
  title: "公園の花の水やり、30分から",
  titleKana: "コウエンノハナノミズヤリ",
  what: "公園の花に水をやります。",
  forWhom: "はじめての方もどうぞ",
  howToJoin: "当日、公園の入口に来てください。",
  placeName: "桃ヶ池公園",
  placeAddress: "阿倍野区桃ヶ池町1-8",
  online: false,
  fee: "無料",
  capacity: "",
  contact: "",
  link: "",
  applyBy: null,
  details: noDetails,
  scope: "areas",
  areaCodes: [abeno],
  fields: [7],
  schedule: {
    kind: "dates",
    dates: [{ first: "2026-06-20", last: "2026-06-20", start: "09:00", end: "09:30" }],
  },
  english: { title: "", what: "", howToJoin: "" },
}

/** Osaka on 10 June 2026 with two groups and the officers that matter to listings. */
export const listingsWorld = async () => {
  const world = await testWorld({
    now: "2026-06-10T10:00:00+09:00",
    handlers: [
      on(organisationHidden, suspendListings),
      on(organisationShown, resumeListings),
      on(organisationChanged, followGroup),
    ],
  })
  const { owner, as } = world
  const group = await insertGroup(owner)
  const organisationId = group.id
  return {
    ...world,
    city: as(anonymous).city,
    group,
    others: await insertGroup(owner, { name: "平野みどりの会", areaCode: hirano }),
    office: await officerAt(owner, abeno),
    otherOffice: await officerAt(owner, hirano),
    cityOffice: await officerAt(owner, null, "manager"),
    draft: async (): Promise<string> =>
      (await draftListing(as(group.editor), { organisationId, content: someContent })).id,
    published: async (change: Partial<Content> = {}): Promise<string> => {
      const content = { ...someContent, ...change }
      return (await publishNewListing(as(group.editor), { organisationId, content })).id
    },
    rowOf: (id: string) =>
      owner.selectFrom("listings").selectAll().where("publicId", "=", id).executeTakeFirstOrThrow(),
  }
}
