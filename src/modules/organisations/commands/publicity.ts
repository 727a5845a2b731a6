import { indexDocument, removeDocument } from "#kernel/search.ts"
import { touch } from "#kernel/stamps.ts"
import type { Work } from "#kernel/transaction.ts"
import { listAreas } from "#modules/places"
import ja from "../messages/ja.json" with { type: "json" }
import { profileOf, type OrganisationRecord } from "../queries/records.ts"
import { officialField } from "../schema/fields.ts"

const plainFields: Readonly<Record<string, string>> = ja.field

/** Pages on which a group stands are made anew. */
export const touchPages = (
  work: Work,
  record: Pick<OrganisationRecord, "publicId">,
  ...more: readonly string[]
): void => touch(work, "organisations", `organisation:${record.publicId}`, ...more)

/** Puts a group into the index of the search as it is now, unless it has left the lists. */
export const indexOrganisation = async (work: Work, record: OrganisationRecord): Promise<void> => {
  if (record.staleAt) return
  const profile = await profileOf(work.tx, record)
  const its = new Set([profile.mainArea, ...profile.areas])
  const areas = (await listAreas(work.tx)).filter(({ code }) => its.has(code))
  await indexDocument(work, {
    kind: "organisation",
    id: record.id,
    title: profile.name,
    texts: [
      ...[profile.kana, profile.english, profile.purpose, profile.purposeEnglish],
      ...[profile.activities, profile.activitiesEnglish, ...profile.districts],
      ...profile.recognitions.map(({ name }) => name),
      ...areas.flatMap(({ name, kana, english }) => [name, kana, english]),
      ...profile.fields.flatMap((field) => [officialField(field), plainFields[String(field)]]),
    ],
  })
}

export const removeFromIndex = (work: Work, record: OrganisationRecord): Promise<void> =>
  removeDocument(work, "organisation", record.id)
