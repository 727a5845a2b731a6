import type { Content } from "../schema/content.ts"
import { lengthOf } from "./cells.ts"
import { refuse, type Accepted, type Reading } from "./profile.ts"

/** Letters that each text of a listing may have; what is longer stands in the wrong column. */
const most = {
  title: 200,
  titleKana: 400,
  what: 4000,
  forWhom: 500,
  howToJoin: 2000,
  placeName: 300,
  placeAddress: 300,
  fee: 500,
  capacity: 500,
  contact: 500,
} as const satisfies Partial<Record<keyof Content, number>>

/** The column of each text, as the publisher calls it. */
export type ColumnOf = Readonly<Record<keyof typeof most, string>>

/** A row whose texts are all of a bearable length, and that says what it is and what is done. */
export const withinLimits = (accepted: Accepted, columnOf: ColumnOf): Reading => {
  const { content } = accepted
  if (content.title === "") return refuse(columnOf.title, `${columnOf.title}が書かれていません`)
  if (content.what === "") return refuse(columnOf.what, `${columnOf.what}が書かれていません`)
  for (const [name, limit] of Object.entries(most)) {
    const key = name as keyof typeof most
    const length = lengthOf(content[key])
    if (length > limit)
      return refuse(columnOf[key], `${columnOf[key]}が長すぎます（${length}字。${limit}字まで）`)
  }
  return accepted
}
