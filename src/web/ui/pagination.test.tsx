import { expect, test } from "vitest"
import { draw } from "#jsx"
import { testView } from "#web/test-view.tsx"
import { Pagination } from "./pagination.tsx"

const view = testView({ url: { path: "/listings", query: "?field=3&field=7&page=2&lang=en" } })
const drawn = (page: number, pages: number) => draw(<Pagination view={view} page={page} pages={pages} />)
const numbers = (html: string) => [...html.matchAll(/>(\d+|…)</g)].map((match) => match[1]).join(" ")

test("filters, repeats among them, and the language stay in every link", () => {
  expect(drawn(2, 3)).toContain('href="/listings?field=3&amp;field=7&amp;page=3&amp;lang=en"')
})

test("the first page has the plain address, so that it is one page and not two", () => {
  expect(drawn(2, 3)).toContain('href="/listings?field=3&amp;field=7&amp;lang=en"')
})

test("first, last and neighbours are shown, with gaps between", () => {
  expect(numbers(drawn(6, 11))).toBe("1 … 5 6 7 … 11")
  expect(numbers(drawn(1, 3))).toBe("1 2 3")
})

test("one page needs no links", () => {
  expect(drawn(1, 1)).toBe("")
})
