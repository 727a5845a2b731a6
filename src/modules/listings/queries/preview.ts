import { dayOf } from "#kernel/clock.ts"
import { inLanguage } from "#kernel/texts.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { OrganisationSummary } from "#modules/organisations"
import { listAreas } from "#modules/places"
import type { Content } from "../schema/content.ts"
import { drawnOut } from "../schema/drawn-out.ts"
import { expand, type Planned } from "../schema/expansion.ts"
import type { Occurrence, Reader } from "./cards.ts"
import { mostShown, type ListingDetail } from "./public.ts"

/** How something would read if it were published as it stands in the form; nothing of it is saved. */
export const previewOf = async (
  tx: Transaction,
  content: Content,
  organisation: OrganisationSummary,
  { now, lang, zone }: Reader & { readonly zone: string },
): Promise<ListingDetail> => {
  const { english } = content
  const coming = expand(content.schedule, dayOf(now, zone), zone).occurrences.filter(isKnown)
  const areas = (await listAreas(tx)).filter(({ code }) => content.areaCodes.includes(code))
  const written = (original: string, translation: string) =>
    inLanguage(original, lang === "en" && translation !== "" ? translation : undefined, lang)
  return {
    ...content,
    ...drawnOut(content),
    ...{
      id: "",
      publicId: "",
      organisationId: organisation.id,
      publishedAt: null,
      endsAt: null,
      over: false,
    },
    ...{ scheduleText: "", applyText: "", unsure: false, credit: "", licence: "", sourceUrl: "" },
    title: written(content.title, english.title),
    what: written(content.what, english.what),
    howToJoin: written(content.howToJoin, english.howToJoin),
    areas,
    organiser: organisation,
    picture: null,
    field: content.fields[0] ?? null,
    occurrence: coming[0] ?? null,
    calledOff: null,
    noIndex: false,
    more: Math.max(0, coming.length - 1),
    occurrences: coming.slice(0, mostShown),
  }
}

const isKnown = (planned: Planned): planned is Planned & Occurrence => planned.firstDay !== null
