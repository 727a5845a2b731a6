import { expect, test } from "vitest"
import { drawPage } from "#jsx"
import { testView } from "#web/test-view.tsx"
import type { View } from "#web/view.ts"
import { PublicPage } from "./public.tsx"

const page = (view: View) =>
  drawPage(
    <PublicPage view={view} title="さがす">
      <h1>さがす</h1>
    </PublicPage>,
  )

test("the page in another language is the same page: its filters stay", () => {
  const html = page(
    testView({ url: { path: "/listings", query: "?q=a%26b&field=3&field=7&lang=en" }, lang: "en" }),
  )
  expect(html).toContain('href="/listings?q=a%26b&amp;field=3&amp;field=7&amp;lang=ja-easy"')
  expect(html).toContain('<html lang="en"')
})

test("easy Japanese is Japanese to browsers and screen readers", () => {
  expect(page(testView({ lang: "ja-easy" }))).toContain(
    '<html lang="ja" data-surface="public" data-lang="ja-easy">',
  )
})

test("without a person there is a way to sign in, with one a way to their page", () => {
  expect(page(testView())).toContain('href="/sign-in"')
  const signedIn = page(testView({ person: { name: "山田", isStaff: true } }))
  expect(signedIn).toContain('href="/my"')
  expect(signedIn).toContain('href="/staff"')
  expect(signedIn).not.toContain('href="/sign-in"')
})

test("the demo says that it is one, and nothing else does", () => {
  expect(page(testView({ demo: true }))).toContain("見本")
  expect(page(testView())).not.toContain("見本")
})

test("acceptance 13: a page of the portal works without any script", () => {
  expect(page(testView())).not.toContain("<script")
})
