import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { drawPage, type Html } from "#jsx"
import { testView } from "#web/test-view.tsx"
import type { Lang, View } from "#web/view.ts"
import { FormPage } from "./gallery-forms.tsx"
import { PaperPage, RecordPage, TodayPage } from "./gallery-office.tsx"
import { FrontPage, ListingPage, ListPage } from "./gallery-portal.tsx"
import { htmlProblems } from "./html-check.ts"

// With GALLERY_DIR the pages are written there, to be looked at.
const folder = process.env["GALLERY_DIR"]

const portal: Readonly<Record<string, (view: View) => Html>> = {
  front: (view) => <FrontPage view={view} />,
  list: (view) => <ListPage view={{ ...view, demo: true }} />,
  "list-empty": (view) => <ListPage view={view} empty />,
  listing: (view) => <ListingPage view={view} />,
  form: (view) => <FormPage view={view} />,
  "form-errors": (view) => <FormPage view={view} state="errors" />,
  "form-conflict": (view) => <FormPage view={view} state="conflict" />,
}

const office: Readonly<Record<string, (view: View) => Html>> = {
  today: (view) => <TodayPage view={view} />,
  "today-long": (view) => <TodayPage view={view} rows={500} />,
  record: (view) => <RecordPage view={view} />,
  paper: (view) => <PaperPage view={view} />,
}

const pages = [
  ...(["ja", "en", "ja-easy"] as const).flatMap((lang) => variants(portal, lang)),
  ...(["ja", "en"] as const).flatMap((lang) => variants(office, lang)),
]

function variants(drawings: Readonly<Record<string, (view: View) => Html>>, lang: Lang) {
  return Object.entries(drawings).map(([name, page]) => ({ name, lang, page }))
}

test.each(pages)("acceptance 14: $name in $lang is valid HTML", async ({ name, lang, page }) => {
  const html = drawPage(page(testView({ lang })))
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}-${lang}.html`), html)
  }
  expect(await htmlProblems(html)).toEqual([])
})

test("what people wrote is text: no markup of theirs reaches the page", () => {
  const html = drawPage(<FormPage view={testView({ person: { name: "<script>", isStaff: false } })} />)
  expect(html).not.toContain("<script>")
})

test.each(pages)(
  "$name in $lang carries no inline style or script, which the policy would block",
  ({ lang, page }) => {
    const html = drawPage(page(testView({ lang })))
    expect(html).not.toMatch(/ style=| on[a-z]+="|<script>|<style/)
  },
)
