import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { desk, type Page, phone } from "./browser.ts"

const folder = process.env["PICTURES"]

/** With PICTURES=FOLDER the journeys leave a picture of each page they come by. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}-${page.viewportSize()?.width}.png`), fullPage: true })
}

/** On a phone and at a desk. */
export const pictures = async (page: Page, name: string): Promise<void> => {
  if (!folder) return
  const before = page.viewportSize() ?? phone
  for (const size of [phone, desk]) {
    await page.setViewportSize(size)
    await picture(page, name)
  }
  await page.setViewportSize(before)
}
