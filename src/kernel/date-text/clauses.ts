// A text says when something takes place, and beside it when not, or what else happens on some day.

const closedWords = "除く|除き|以外|休館|休室|休所|休園|休業|休演|休止|休み|定休|中止|閉館"
const openWords = "開館|開室|開所|開園|営業|実施|開催"
const rainWords = "雨天|荒天|小雨|予備日|延期|順延"
const deskWords = "申込|申し込|締切|締め切|〆切|受付|応募|抽選|搬入|搬出"
const otherWords = `${rainWords}|${deskWords}|開場|ただし|但し|のみ|限定`
const closed = new RegExp(closedWords, "u")
const remark = new RegExp(`${closedWords}|${openWords}|${otherWords}`, "u")
const rain = new RegExp(rainWords, "u")
const desk = new RegExp(`[^\\s、,。]*(?:${deskWords})[^\\s、,。]*`, "u")
const predicate = new RegExp(
  `(?<subject>.*?)(?:(?<closed>${closedWords})|(?<open>${openWords})|(?<only>のみ|限定))`,
  "gsu",
)

export type Clauses = { readonly main: string; readonly notes: readonly string[] }

const bracketed = (text: string): Clauses => {
  const notes: string[] = []
  let main = ""
  let group = ""
  let depth = 0
  for (const letter of `${text}${text.includes("(") ? ")".repeat(4) : ""}`) {
    if (letter === "(") depth += 1
    if (depth > 0) group += letter
    else if (letter !== ")") main += letter
    if (letter !== ")" || depth === 0) continue
    depth -= 1
    if (depth > 0) continue
    if (remark.test(group)) notes.push(group.slice(1, -1))
    else main += group
    group = ""
  }
  return { main, notes }
}

/** 「10月1日～31日 月曜休館」: the last stretch before the word is what is taken out. */
const unbracketed = (text: string): Clauses => {
  const word = closed.exec(text)
  if (!word) return { main: text, notes: [] }
  const before = text.slice(0, word.index)
  const blank = Math.max(before.lastIndexOf(" "), before.lastIndexOf("\n"), before.lastIndexOf("。"))
  const cut = /\d/.test(before.slice(0, Math.max(blank, 0)))
    ? blank
    : Math.max(before.lastIndexOf("、"), before.lastIndexOf(","))
  if (cut < 0) return { main: text, notes: [] }
  return { main: text.slice(0, cut), notes: [text.slice(cut)] }
}

/** 「申込は5月9日まで」「5月17日締切」: a day of the desk, not of the event. Without a day of its own it owns what follows. */
const withoutDesk = (text: string): Clauses => {
  const found = desk.exec(text)
  if (!found) return { main: text, notes: [] }
  const end = /\d/.test(found[0]) ? found.index + found[0].length : text.length
  const rest = withoutDesk(text.slice(0, found.index) + text.slice(end))
  return { main: rest.main, notes: [text.slice(found.index, end), ...rest.notes] }
}

/** From 雨天 on, the text speaks of what happens instead. */
const withoutRain = (text: string): Clauses => {
  const at = text.search(rain)
  return at < 0 ? { main: text, notes: [] } : { main: text.slice(0, at), notes: [text.slice(at)] }
}

/** Everything from ※ or ただし on is a note, and so is a bracket that holds a word of a note. */
export const splitClauses = (text: string): Clauses => {
  const [head = "", ...remarks] = text.split(/※|\*|ただし|但し/)
  let main = head
  const notes: string[] = []
  for (const step of [bracketed, withoutRain, withoutDesk, unbracketed]) {
    const split = step(main)
    main = split.main
    notes.push(...split.notes)
  }
  return { main, notes: [...notes, ...remarks] }
}

export type Statement = { readonly subject: string; readonly says: "closed" | "open" | "only" | "nothing" }

/** A note in pieces of subject and word: 「24日開館、25日休館」 says two things. */
export const statementsOf = (note: string): Statement[] => {
  const statements: Statement[] = []
  let end = 0
  for (const found of note.matchAll(predicate)) {
    const says = found.groups?.["closed"] ? "closed" : found.groups?.["open"] ? "open" : "only"
    const subject = found.groups?.["subject"] ?? ""
    statements.push({ subject, says: rain.test(subject) ? "nothing" : says })
    end = found.index + found[0].length
  }
  return [...statements, { subject: note.slice(end), says: "nothing" }]
}
