import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"
import { afterAll, inject } from "vitest"

export type { Page } from "playwright-core"

export const narrow = { width: 320, height: 640 } as const
export const phone = { width: 360, height: 740 } as const
export const desk = { width: 1280, height: 900 } as const

type Opening = {
  readonly size?: { readonly width: number; readonly height: number }
  readonly script?: boolean
  readonly dark?: boolean
}

/** One browser for a test file. Pages remember what went wrong on them. */
export const openBrowser = async (url: string) => {
  const browser: Browser = await chromium.launch({
    executablePath: inject("chromium"),
    // Nothing of what the npm package would add: some of it hides faults of the pages.
    args: ["--no-sandbox"],
    // Its own words, such as those of the fields for days, in the language of the place.
    env: { ...(process.env as Record<string, string>), LANG: "ja_JP.UTF-8", LANGUAGE: "ja" },
  })
  afterAll(() => browser.close())

  const open = async ({ size = desk, script = true, dark = false }: Opening = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: url,
      viewport: size,
      javaScriptEnabled: script,
      colorScheme: dark ? "dark" : "light",
      locale: "ja-JP",
      timezoneId: "Asia/Tokyo",
      reducedMotion: "reduce",
    })
    context.setDefaultTimeout(10_000)
    return watched(await context.newPage())
  }

  return { open }
}

export type Browsing = Awaited<ReturnType<typeof openBrowser>>

/** Signs a person of the demo in, without walking to the page. */
export const signIn = async (page: Page, person: string): Promise<void> => {
  const response = await page.request.post("/demo/sign-in", { form: { person }, maxRedirects: 0 })
  if (response.status() !== 303) throw new Error(`${person} cannot sign in: ${response.status()}`)
}

const faults = new WeakMap<BrowserContext, string[]>()

/** What the browser complained about since the last asking: errors, refused scripts and styles, missing files. */
export const takeFaults = (page: Page): readonly string[] => faults.get(page.context())?.splice(0) ?? []

const watched = (page: Page): Page => {
  const found: string[] = []
  faults.set(page.context(), found)
  const note = (what: string): void => void found.push(`${new URL(page.url()).pathname}: ${what}`)
  page.on("pageerror", (error) => note(error.message))
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return
    // The status of a page that is meant to refuse is no fault of it.
    if (message.text().startsWith("Failed to load resource")) return
    note(message.text())
  })
  page.on("response", (response) => {
    const isPage = response.request().resourceType() === "document"
    if (response.status() >= (isPage ? 500 : 400)) note(`${response.status()} ${response.url()}`)
  })
  return page
}
