// The form of a text in which dates are looked for. The caller keeps the original.

const time = String.raw`(?:午前|午後|AM|PM)?\s*\d{1,2}(?::\d{2}(?::\d{2})?|時(?!間)(?:半|\d{1,2}分)?)`
const times = new RegExp(String.raw`${time}\s*~\s*${time}`, "gi")
// 「9:00～10月6日」: that wave belongs to the days, not to the time before it.
const openTime = new RegExp(String.raw`T?${time}\s*(?:~(?!\s*(?:\d{1,2}[月/日]|\d{4}|[令平RH])))?`, "gi")

/** ① would turn into a digit in front of the date, so numbering goes first; then NFKC, labels, times. */
export const foldDateText = (text: string): string =>
  text
    .replaceAll(/[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/g, " ")
    .normalize("NFKC")
    .replaceAll(/【\s*([月火水木金土日])\s*】/g, "($1)")
    .replaceAll(/【[^】]*】/g, " ")
    .replaceAll(/[[〔<〈]/g, "(")
    .replaceAll(/[\]〕>〉]/g, ")")
    .replaceAll(/[〜∼]/g, "~")
    .replaceAll(/\(\d{1,2}\)/g, " ")
    .replaceAll(times, " ")
    .replaceAll(openTime, " ")
    .replaceAll(
      /(\d{1,2}月)\s*((?:\d{1,2}\s*[・、,~]\s*)+)(?=\d{1,2}日)/g,
      (_, month: string, days: string) => month.concat(days.replaceAll(/\d+/g, "$&日")),
    )
