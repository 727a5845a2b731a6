import { findClocks, type Clock, type ClockTime } from "./clock-times.ts"

export type TimesLookAt = "impossible-time" | "end-before-start" | "differs-by-day" | "partly-unread"

/** One sitting. An end of 24:00 or later lies on the next day. */
export type Session = {
  readonly start: Temporal.PlainTime
  readonly end: Temporal.PlainTime | null
  readonly endsNextDay: boolean
}

export type ReadTimes = {
  readonly sessions: readonly Session[]
  readonly lookAt: readonly TimesLookAt[]
  readonly precision: "time" | "undetermined"
}

type Cell = { readonly clocks: readonly Clock[]; readonly lookAt: readonly TimesLookAt[] }

const byDay =
  /\d\s*[月日]|\d\/\d|[月火水木金土日]曜|[月火水木金土]\s*[・、,は)]|日・祝|祝|休日|初日|最終日|期間/u
const aside =
  /※|\*|ただし|但し|初日|最終日|(?:最終)?(?:入館|入室|入場|受付|開場)|[月火水木金土日](?:[・、,]?\s*[月火水木金土日])*曜日?は/u
const opening = /開場:?\s*\d{1,2}:\d{2}/gu
/** Of no weight for when it begins and ends. */
const harmless = /受付|入館|入室|入場|開場|開館/u
const loose = /時間帯|の間|程度|おおむね|\d\s*時間/u
const hasTime = (text: string): boolean => /\d\s*[:時]/u.test(text)

const circled = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/g

/** 「10:00～ 11:00～」 is two beginnings: with a wave at the very end, none before it joins two times. */
const openEnded = (text: string): string =>
  /~\s*$/.test(text) ? text.replaceAll(/~\s*(?:\n|$)/g, "\n") : text

const fold = (text: string): string =>
  text
    .replaceAll(circled, "\n")
    .normalize("NFKC")
    .replaceAll(/【[^】]*】/g, "\n")
    .replaceAll(/[〜∼]/g, "~")
    .replaceAll(opening, " ")

const doubtOf = (remark: string): TimesLookAt[] => {
  if (byDay.test(remark)) return ["differs-by-day"]
  return hasTime(remark) && !harmless.test(remark) ? ["partly-unread"] : []
}

const readCell = (text: string): Cell => {
  const lookAt: TimesLookAt[] = []
  const folded = fold(text)
  const plain = folded.replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*(?:\)|$)/g, (group) => {
    lookAt.push(...doubtOf(group))
    return " "
  })
  const cut = plain.search(aside)
  const main = cut < 0 ? plain : plain.slice(0, cut)
  if (cut >= 0) lookAt.push(...doubtOf(plain.slice(cut)))
  const clocks = findClocks(openEnded(main))
  if (byDay.test(main)) return { clocks: [], lookAt: ["differs-by-day"] }
  if (clocks.length > 1 && lookAt.includes("differs-by-day")) return { clocks: [], lookAt }
  if (loose.test(main) || (clocks.length === 0 && /\d/.test(main))) lookAt.push("partly-unread")
  return { clocks, lookAt }
}

const session = (
  start: ClockTime,
  end: ClockTime | null,
): { readonly session: Session; readonly lookAt: TimesLookAt[] } => {
  const begins = start.time
  if (!end) return { session: { start: begins, end: null, endsNextDay: false }, lookAt: [] }
  const isAfter = end.nextDay || Temporal.PlainTime.compare(begins, end.time) < 0
  if (!isAfter)
    return { session: { start: begins, end: null, endsNextDay: false }, lookAt: ["end-before-start"] }
  return { session: { start: begins, end: end.time, endsNextDay: end.nextDay }, lookAt: [] }
}

/** The end of each beginning: its own, else the one in the same place of the other cell. */
const endsFor = (
  starts: readonly Clock[],
  ends: readonly Clock[],
): (ClockTime | null | undefined)[] | undefined => {
  if (starts.some(({ to }) => to !== null)) return starts.map(({ to }) => to)
  if (ends.length === 0) return starts.map(() => null)
  return starts.length === ends.length ? ends.map(({ from, to }) => (to === null ? from : to)) : undefined
}

const result = (sessions: readonly Session[], lookAt: readonly TimesLookAt[]): ReadTimes => ({
  sessions,
  lookAt: [...new Set(lookAt)].toSorted(),
  precision: sessions.length > 0 ? "time" : "undetermined",
})

/**
 * Times from the two cells of an entry. What is not one time for all its days (「金・土は19:00まで」) is only
 * marked: the text itself says it better. Beginnings and ends that cannot be paired leave the end open.
 */
export const readTimes = (start: string, end: string): ReadTimes => {
  const [opens, closes] = [readCell(start), readCell(end)]
  const starts = opens.clocks.filter(({ isLimit }) => !isLimit)
  const lookAt = [...opens.lookAt, ...closes.lookAt]
  const ends = endsFor(starts, closes.clocks)
  if (!ends || starts.length < opens.clocks.length) lookAt.push("partly-unread")
  if (starts.length === 0 && closes.clocks.length > 0) lookAt.push("partly-unread")
  const sessions: Session[] = []
  for (const [at, { from }] of starts.entries()) {
    const to = ends ? ends[at] : null
    if (!from || from.nextDay || to === undefined) lookAt.push("impossible-time")
    if (!from || from.nextDay) continue
    const read = session(from, to ?? null)
    sessions.push(read.session)
    lookAt.push(...read.lookAt)
  }
  return result(sessions, lookAt)
}

/** 「①4月4日 ②4月5日」 with 「①10:00 ②11:00」: each sitting belongs to the day of its number, not to every day. */
export const areNumberedAlike = (days: string, times: string): boolean => {
  const count = days.match(circled)?.length ?? 0
  return count > 1 && count === times.match(circled)?.length
}
