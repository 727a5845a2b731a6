import type { Details } from "../schema/details.ts"

// What a source says in words and we keep as a number or a choice too. Only where nothing else can be meant.

type Said = { readonly fee: string; readonly capacity: string; readonly apply: string }
type Facts = Pick<Details, "feeYen" | "capacityNumber" | "entry" | "choice">

const plain = (text: string): string => text.normalize("NFKC").replaceAll(/[\s,]/g, "")

export const factsOf = ({ fee, capacity, apply }: Said): Facts => ({
  feeYen: yenOf(plain(fee)),
  capacityNumber: seatsOf(plain(capacity)),
  entry: entryOf(plain(apply)),
  choice: choiceOf(plain(capacity + apply)),
})

/** 「大人500円、子ども200円」 is no one number. */
const yenOf = (fee: string): number | null => {
  if (/^(?:参加費)?無料$/.test(fee)) return 0
  const [, yen] = /^(\d{1,7})円$/.exec(fee) ?? []
  return yen === undefined ? null : Number(yen)
}

const seatsOf = (capacity: string): number | null => {
  const [, seats] =
    /^(?:当日|申込)?(?:先着順?|抽選で?)?(\d{1,5})[人名](?:\((?:当日)?(?:先着順?|抽選)\))?$/.exec(capacity) ??
    []
  return seats === undefined || Number(seats) === 0 ? null : Number(seats)
}

const entryOf = (apply: string): Facts["entry"] => {
  if (/^(?:事前)?(?:の)?(?:申し?込み?|予約)(?:は)?(?:不要|いりません)。?$/.test(apply)) return "none"
  return /^(?:要申し?込み?|要予約|要事前申し?込み?|事前申し?込み?制)。?$/.test(apply) ? "apply" : null
}

/** Both words in one text: part of the seats one way, part the other. */
const choiceOf = (text: string): Facts["choice"] => {
  const [first, lot] = [text.includes("先着"), text.includes("抽選")]
  if (first === lot || /抽選(?:会|はあり|なし)|先着(?:順)?ではな/.test(text)) return null
  return first ? "first-come" : "lottery"
}
