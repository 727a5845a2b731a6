import { expect, test } from "vitest"
import { pageNumber, window } from "./paging.ts"

test.each([
  [undefined, 1],
  ["", 1],
  ["1", 1],
  ["7", 7],
  ["0", 1],
  ["-3", 1],
  ["1.5", 1],
  ["zwei", 1],
  ["1e3", 500],
  ["999999999999", 500],
  ["NaN", 1],
])("page %j is read as %i", (text, page) => {
  expect(pageNumber(text)).toBe(page)
})

test("pages lie side by side", () => {
  expect([window(1, 20), window(2, 20)]).toEqual([
    { limit: 20, offset: 0 },
    { limit: 20, offset: 20 },
  ])
})
