import { describe, expect, test } from "vitest"
import { citySlugs, findCity } from "#cities/cities.ts"
import { testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"
import ja from "../messages/ja.json" with { type: "json" }
import { settingsOf } from "./settings.tsx"

const { ask } = await testProgram()

describe("every assumption is said in the product", () => {
  test.each(citySlugs)("each setting of %s has a name, and no name is without its setting", (slug) => {
    const names = settingsOf(findCity(slug).settings).map(({ name }) => name.replaceAll(".", "-"))
    expect(names.toSorted()).toEqual(Object.keys(ja.setting).toSorted())
  })

  test.each(["", "?lang=en"])("the City reads them on one page%s, ward offices do not", async (lang) => {
    const { status, body } = await ask(`/staff/site/settings${lang}`, { as: "city-officer" })
    expect(status).toBe(200)
    expect(body).toContain("civic-portal.R6")
    expect(await htmlProblems(body)).toEqual([])
    expect((await ask("/staff/site/settings", { as: "ward-officer-abeno" })).status).toBe(403)
  })
})
