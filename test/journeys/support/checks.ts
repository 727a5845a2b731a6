import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { AxeResults } from "axe-core"
import { htmlProblems } from "#web/ui/html-check.ts"
import { narrow, type Page, takeFaults } from "./browser.ts"
import { root } from "./running.ts"

const axeSource = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8")
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

/** What axe finds, one line a rule. The page stays under its own policy: the source is handed to the debugger. */
export const axeProblems = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axeSource)
  const results = (await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: { run: (options: object) => unknown } }).axe.run({
        runOnly,
        resultTypes: ["violations"],
        // Reading every style sheet again is half of the time, for one rule on turned screens: we have no such style.
        preload: false,
      }),
    tags,
  )) as AxeResults
  return results.violations.map(
    ({ id, nodes }) =>
      `axe ${id}: ${nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${target.join(" ")} ${lastLine(failureSummary)}`)
        .join(" ; ")}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ""}`,
  )
}

const lastLine = (summary: string | undefined): string => summary?.split("\n").at(-1)?.trim() ?? ""

/** How far a page can be scrolled sideways at 320 CSS px, and by which elements. */
export const sidewaysProblems = async (page: Page): Promise<readonly string[]> => {
  const before = page.viewportSize()
  if (before?.width !== narrow.width) await page.setViewportSize(narrow)
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    )
    const named = wide.map((element) => `${element.localName}.${element.className}`)
    return [`${document.documentElement.scrollWidth} px wide at 320: ${named.slice(0, 5).join(" > ")}`]
  })
  if (before && before.width !== narrow.width) await page.setViewportSize(before)
  return found
}

/**
 * Kanji of the interface that stand outside ruby on a page in easy Japanese. Content marked with `lang` is others';
 * a browser's list of choices can show no ruby.
 */
export const bareKanji = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? ""
      const element = node.parentElement
      if (!/\p{Script=Han}/u.test(text) || !element) continue
      if (element.closest("script, style, template, option, body [lang]")) continue
      const ruby = element.closest("ruby")
      if (!ruby?.querySelector("rt")?.textContent) found.push(`bare kanji: ${text.trim().slice(0, 40)}`)
    }
    return [...new Set(found)]
  })

/** Opens a page and answers everything that is wrong with it, one line each. */
export const problemsOf = async (page: Page, path: string): Promise<readonly string[]> => {
  takeFaults(page)
  const response = await page.goto(path)
  const html = (await response?.text()) ?? ""
  const status = response?.status() ?? 0
  return [
    ...(status >= 400 ? [`answers ${status}`] : []),
    ...onePerRule(await htmlProblems(html)),
    ...(await problemsHere(page)),
  ]
}

/** One line for each rule: the first place, and how many there are. */
const onePerRule = (problems: readonly string[]): readonly string[] =>
  [...Map.groupBy(problems, (problem) => problem.split(" ", 1)[0])].map(
    ([, [first = "", ...more]]) => `html ${first}${more.length > 0 ? ` (and ${more.length} more)` : ""}`,
  )

/** The same for a page as it stands in the browser now, in whatever state. */
export const problemsHere = async (page: Page): Promise<readonly string[]> => {
  const easy = (await page.getAttribute("html", "data-lang")) === "ja-easy"
  return [
    ...(await axeProblems(page)),
    ...(await sidewaysProblems(page)),
    ...(easy ? await bareKanji(page) : []),
    ...takeFaults(page),
  ]
}
