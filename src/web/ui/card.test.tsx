import { expect, test } from "vitest"
import { draw } from "#jsx"
import { testView } from "#web/test-view.tsx"
import { Card, CardList } from "./card.tsx"
import { Phrase } from "./phrase.tsx"

const card = {
  view: testView(),
  href: "/listings/1",
  kind: { label: "催し", icon: "calendar" },
  title: "長居公園の落ち葉をいっしょに集めませんか",
} as const

test("at most three traits are shown", () => {
  const traits = ["ひとつ", "ふたつ", "みっつ", "よっつ"].map((label) => ({ label }))
  expect(draw(<Card {...card} traits={traits} />)).not.toContain("よっつ")
})

test("acceptance 15: what has no translation says so, and carries its own language", () => {
  const view = testView({ lang: "en" })
  const html = draw(<Card {...card} view={view} />)
  expect(html).toContain("Japanese only")
  expect(html).toContain('<h3 class="card-title" lang="ja">')
  expect(draw(<Card {...card} />)).not.toContain("lang=")
})

test("a list of one is a list", () => {
  const html = draw(
    <CardList>
      <Card {...card} />
    </CardList>,
  )
  expect(html.match(/<li><article/g)).toHaveLength(1)
})

test("Japanese titles break between phrases only; the text itself is unchanged", () => {
  const html = draw(<Phrase text={card.title} />)
  expect(html).toContain("公園の<wbr/>")
  expect(html.replaceAll(/<[^>]+>/g, "")).toBe(card.title)
  expect(draw(<Phrase text="Park clean-up" lang="en" />)).toBe("Park clean-up")
  expect(draw(<Phrase text="" />)).toBe('<span class="phrase"></span>')
})
