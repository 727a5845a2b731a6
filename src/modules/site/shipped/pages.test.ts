import { describe, expect, it } from "vitest"
import { citySlugs, findCity } from "#cities/cities.ts"
import { contentsFields, contentsValues, isWhole, langs } from "../schema/contents.ts"
import { questionsOf } from "../schema/headings.ts"
import { withoutReadings } from "../schema/readings.ts"
import { shippedPages } from "./pages.ts"
import { z } from "zod"

const slugs = ["terms", "privacy", "accessibility", "merits", "first-steps", "faq", "about", "contact"]

describe.each(citySlugs)("what %s begins with", (slug) => {
  const city = findCity(slug)
  const pages = shippedPages(city)

  it("issue 3 line 15: all pages that a city must have are there, in three languages", () => {
    expect(pages.map((page) => page.slug)).toEqual(expect.arrayContaining(slugs))
    for (const { contents } of pages)
      for (const lang of langs) expect(contents[lang].body.length, contents.ja.title).toBeGreaterThan(20)
  })

  it("issue 3 line 15: each keeps the rules that staff's own texts must keep", () => {
    for (const { contents } of pages) {
      const values = contentsValues(contents)
      expect(z.object(contentsFields).safeParse(values).error?.issues ?? []).toEqual([])
      expect(isWhole(values, "ja-easy")).toBe(true)
    }
  })

  it("easy Japanese stays short: no sentence is longer than 30 characters", () => {
    const sentences = pages.flatMap(({ contents }) =>
      withoutReadings(contents["ja-easy"].body.replaceAll(/\]\([^)]*\)|[[#*-]/g, ""))
        .split(/[。\n]/)
        .map((each) => each.trim()),
    )
    expect(sentences.filter((sentence) => [...sentence].length > 30)).toEqual([])
  })

  it("every link inside leads to a page that the city has", () => {
    const known = new Set(pages.map((page) => `/pages/${page.slug}`))
    const links = pages.flatMap(({ contents }) =>
      langs.flatMap((lang) =>
        [...contents[lang].body.matchAll(/\]\((\/pages\/[^)]*)\)/g)].map(([, to]) => to),
      ),
    )
    expect(links.filter((link) => !known.has(link ?? ""))).toEqual([])
    expect(links.length).toBeGreaterThan(10)
  })

  it("no question is lost on the way to the page", () => {
    const faq = pages.find(({ kind }) => kind === "faq")
    for (const lang of langs) {
      const body = faq?.contents[lang].body ?? ""
      const questions = questionsOf(body)
      expect(questions.length).toBe(body.match(/^## /gm)?.length)
      expect(questions.every(({ answer, group }) => answer !== "" && group !== "")).toBe(true)
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    }
  })
})
