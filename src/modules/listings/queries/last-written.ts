import type { Transaction } from "#kernel/transaction.ts"
import type { Content } from "../schema/content.ts"
import { noDetails } from "../schema/details.ts"
import { typedOf, type TypedValues } from "../schema/typed.ts"
import { contentOf, type ListingRow } from "./records.ts"

/** What stays the same from one time to the next: where, whom to ask, who insures; never what is done and when. */
const lasting = (last: Content): Partial<Content> => {
  const { kind, placeName, placeAddress, contact, scope, areaCodes, fields, details } = last
  const { station, stationMinutes, districts, entry, byPhone, byFax, byPostcard, byCounter, byMail } = details
  const { insurer, insurancePlan, reward, care, languages, coHosts, supporters, media } = details
  return {
    ...{ kind, placeName, placeAddress, contact, scope, areaCodes, fields },
    details: {
      ...noDetails,
      ...{ station, stationMinutes, districts, entry, byPhone, byFax, byPostcard, byCounter, byMail },
      ...{ insurer, insurancePlan, reward, care, languages, coHosts, supporters, media },
    },
  }
}

/** The group's last listing as the beginning of a new one; nothing where it has not written any. */
export const findLastWritten = async (
  tx: Transaction,
  organisationId: string,
  zone: string,
): Promise<TypedValues | null> => {
  const row = await tx
    .selectFrom("listings")
    .selectAll()
    .where("organisationId", "=", organisationId)
    .where("state", "=", "published")
    .orderBy("publishedAt", "desc")
    .limit(1)
    .$castTo<ListingRow>()
    .executeTakeFirst()
  if (!row) return null
  const last = await contentOf(tx, row)
  const blank = {
    title: "",
    titleKana: "",
    what: "",
    forWhom: "",
    howToJoin: "",
    fee: "",
    capacity: "",
    link: "",
  }
  return typedOf(
    {
      ...last,
      ...blank,
      ...lasting(last),
      ...{ online: false, applyBy: null, schedule: { kind: "dates", dates: [] } },
      english: { title: "", what: "", howToJoin: "" },
    },
    zone,
  )
}
