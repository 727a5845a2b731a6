import { expect, test } from "vitest"
import { factsOf } from "./facts-stated.ts"

const said = (words: Partial<Parameters<typeof factsOf>[0]>) =>
  factsOf({ fee: "", capacity: "", apply: "", ...words })

test.each([
  ["無料", 0],
  ["参加費無料", 0],
  ["５００円", 500],
  ["1,000円", 1000],
  ["大人500円、子ども200円", null],
  ["500円（材料費別）", null],
  ["", null],
])("issue 3 line 8: the fee 「%s」 of a source is kept as a number only where it is one", (fee, yen) => {
  expect(said({ fee }).feeYen).toBe(yen)
})

test.each([
  ["20人", 20, null],
  ["先着２０名", 20, "first-come"],
  ["申込先着20人", 20, "first-come"],
  ["30名(抽選)", 30, "lottery"],
  ["先着10人・抽選20人", null, null],
  ["親子10組", null, null],
  ["20歳以上", null, null],
])("issue 3 line 8: the capacity 「%s」 of a source", (capacity, seats, choice) => {
  expect(said({ capacity })).toMatchObject({ capacityNumber: seats, choice })
})

test.each([
  ["申込不要", "none"],
  ["事前申し込みは不要。", "none"],
  ["要申込", "apply"],
  ["6月5日（金）9:00～", null],
  ["当日参加も可。要申込", null],
])("issue 3 line 8: how to apply 「%s」 of a source", (apply, entry) => {
  expect(said({ apply }).entry).toBe(entry)
})
