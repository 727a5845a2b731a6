import { describe, expect, it } from "vitest"
import { testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

describe.each(["osaka", "takamatsu"])("the portal of %s", async (city) => {
  const { ask, program } = await testProgram({ city })
  const areas = program.base.city.areas

  it.each(["ja", "en", "ja-easy"])(
    "acceptance 14: front page, areas and figures are valid in %s",
    async (lang) => {
      for (const path of [
        "/",
        "/areas",
        `/areas/${areas.at(-1)?.slug}`,
        "/figures",
        "/figures/information-items",
      ]) {
        const { status, body } = await ask(`${path}?lang=${lang}`)
        expect(status).toBe(200)
        expect(await htmlProblems(body), path).toEqual([])
      }
    },
  )

  it("X17: an address with two slashes makes no link to another site", async () => {
    const { status, body } = await ask("//evil.example/x")
    expect(status).toBe(404)
    expect(body).not.toMatch(/(?:href|action)="\/\//)
  })

  it("acceptance 13: no page of the portal needs a script", async () => {
    const { body } = await ask("/")
    expect(body).not.toContain("<script")
  })

  it("X12: areas stand in the order of their codes", async () => {
    const { body } = await ask("/areas")
    const searched = areas.filter((area) => area.level === program.base.city.firstLevel)
    const list = body.slice(body.indexOf("tile-map-list"))
    const places = searched.map((area) => list.indexOf(`/areas/${area.slug}"`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it("activity-publishing.R2: the page of an area shows what goes on there, and leads to all of it", async () => {
    const area = areas.find((each) => each.slug === "abeno") ?? areas[0]
    const { body } = await ask(`/areas/${area?.slug}`)
    expect(body).toContain(`/listings?area=${area?.slug}`)
    expect(body).toMatch(/href="\/listings\/[0-9a-z]{10}"/)
  })

  it("acceptance 15: anonymous pages set no cookie; choosing a language when signed in sets one", async () => {
    expect((await ask("/?lang=en")).headers.getSetCookie()).toEqual([])
    expect((await ask("/?lang=en", { as: "citizen" })).headers.getSetCookie().join()).toContain(
      "enishi.lang=en",
    )
  })
})

describe("today", async () => {
  const { ask } = await testProgram()

  it("civic-portal.U1: the ward's officer finds the application with its due date; another ward's does not", async () => {
    const own = await ask("/staff", { as: "ward-officer-abeno" })
    expect(own.body).toMatch(/\/staff\/registrations\/[0-9a-z]{10}/)
    expect(await htmlProblems(own.body)).toEqual([])
    const other = await ask("/staff", { as: "ward-officer-hirano" })
    expect(other.body).not.toMatch(/\/staff\/registrations\/[0-9a-z]{10}/)
  })
})
