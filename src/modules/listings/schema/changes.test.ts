import { expect, test } from "vitest"
import { someContent } from "#test/support/listings.ts"
import { publicChanges } from "./changes.ts"
import { noDetails } from "./details.ts"

const said = (details: Partial<typeof noDetails>) => ({
  ...someContent,
  details: { ...noDetails, ...details },
})

test("issue 3 line 9: readers are shown what was corrected, never the address of those who join", () => {
  const before = said({ joinAddress: "https://meet.example.jp/one", media: ["回覧板"], bring: "軍手" })
  const after = said({ joinAddress: "https://meet.example.jp/two", media: ["ちらし"], bring: "長靴" })
  expect(publicChanges(before, after, "Asia/Tokyo")).toEqual({ texts: { bring: ["軍手", "長靴"] } })
  expect(
    publicChanges(before, { ...before, details: { ...before.details, media: [] } }, "Asia/Tokyo"),
  ).toBeNull()
})
