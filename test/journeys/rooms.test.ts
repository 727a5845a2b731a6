import { describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser.ts"
import { walkPages } from "./support/walk-pages.ts"
import { runningDemo } from "./support/world.ts"

const { url } = await runningDemo()
const { open } = await openBrowser(url)

describe("issue 2 lines 14 and 15: every page that", () => {
  test.for([
    ["citizen", "ja"],
    ["group-editor", "ja"],
    ["group-editor", "en"],
  ])("%s comes by under /my, in %s, is well made", async ([person = "", lang = ""]) => {
    const { problems } = await walkPages({ url, open, person, from: ["/my"], lang, within: /^\/my\b/ })
    expect(problems).toEqual([])
  })

  test.for([
    ["ward-officer-abeno", "ja"],
    ["administrator", "ja"],
    ["administrator", "en"],
    ["centre-officer", "ja"],
    ["shakyo-officer", "ja"],
  ])("%s comes by in the office, in %s, is well made", async ([person = "", lang = ""]) => {
    const { problems } = await walkPages({ url, open, person, from: ["/staff"], lang, within: /^\/staff\b/ })
    expect(problems).toEqual([])
  })
})
