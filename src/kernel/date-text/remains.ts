import { dayClassPattern } from "./day-class.ts"
import type { Mention } from "./mentions.ts"
import type { Piece } from "./pieces.ts"

const counted =
  /全?\s*\d+\s*(?:回|コマ)(?:開催|連続|コース|シリーズ)?|第\s*\d+\s*[回部期]|\d+\s*(?:日間|部|周年)/g
const vague = /\d|など|ほか|未定|会期中|期間中|場合|毎|随時|調整|又は|または|いずれか/
/** A day is written, in a form or with a year that is not understood. */
export const writesDay = (text: string): boolean => /\d\s*[日/.]/.test(text.replaceAll(counted, ""))

const someOf = /\d\s*回/

/** Whether the text beside its days holds words that may bear on them: 「ほか」「会期中」, a number not understood. */
export const saysMore = (
  { text, mentions }: { readonly text: string; readonly mentions: readonly Mention[] },
  pieces: readonly Piece[],
): boolean => {
  let rest = ""
  let end = 0
  for (const mention of mentions) {
    rest += `${text.slice(end, mention.from)} `
    end = mention.to
  }
  rest += text.slice(end)
  const long = pieces.filter(({ span }) => !span.first || !span.last || !span.first.equals(span.last))
  // 「8月9日～10月11日（全8回）」: some days of the stretch, and the text does not say which.
  if (someOf.test(rest) && long.some(({ only }) => only.length === 0)) return true
  const filtered = long.some(({ only }) => only.length > 0)
  return vague.test(rest.replaceAll(counted, "").replaceAll(filtered ? classes : /$^/g, ""))
}

const classes = new RegExp(String.raw`(?:会期|期間)中の${dayClassPattern}|${dayClassPattern}`, "gu")
