import type { Locator } from "playwright-core"
import type { Page } from "./browser.ts"

// Walks with Tab alone, and looks at every stop whether one can see where one is.

/** Presses Tab until the element has the focus. Throws where the focus cannot be seen on the way. */
export const tabTo = async (page: Page, target: Locator, most = 120): Promise<void> => {
  for (let stop = 0; stop < most; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
    const fault = await focusFault(page)
    if (fault) throw new Error(`after ${stop + 1} stops on ${page.url()}: ${fault}`)
  }
  throw new Error(`${String(target)} is not reached by ${most} stops on ${page.url()}`)
}

/** Goes to a field and types; what stood there is replaced. */
export const typeInto = async (page: Page, target: Locator, text: string): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press("ControlOrMeta+a")
  await page.keyboard.type(text)
}

/** Goes to a button or link and presses it. */
export const press = async (page: Page, target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Every stop of the page from its top; answers what cannot be seen. */
export const walkAll = async (page: Page, most = 200): Promise<readonly string[]> => {
  const found: string[] = []
  await page.evaluate(() => {
    window.scrollTo(0, 0)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press("Tab")
    const outside = await page.evaluate(() => document.activeElement === document.body)
    if (outside) return found
    const fault = await focusFault(page)
    if (fault) found.push(fault)
  }
  return found
}

/** Nothing when the focused element stands in the window, uncovered, and is drawn so that one sees it. */
const focusFault = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const name = `${element.localName}.${element.className} 「${(element.textContent ?? "").trim().slice(0, 20)}」`
    const label = (element as HTMLInputElement).labels?.[0]
    const seen = [element, ...(label ? [label] : [])]
    const boxes = seen.map((each) => each.getBoundingClientRect())
    const inside = boxes.filter(
      (box) =>
        box.width > 1 &&
        box.height > 1 &&
        box.bottom > 0 &&
        box.right > 0 &&
        box.top < innerHeight &&
        box.left < innerWidth,
    )
    if (inside.length === 0) return `${name} is outside the window`
    const uncovered = inside.some((box) => {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
      return [0.1, 0.5, 0.9].some((part) => {
        const there = document.elementFromPoint(left + (right - left) * part, top + (bottom - top) / 2)
        return seen.some((each) => there !== null && (each.contains(there) || there.contains(each)))
      })
    })
    if (!uncovered) return `${name} is covered`
    const drawn = (of: Element, part?: string): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(of, part)
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2
    }
    // Inside a field for a day the browser itself marks its button for the calendar.
    const inner = element.matches("input[type=date], input[type=time]") && !element.matches(":focus-visible")
    const around = [element.parentElement]
    for (let step = 0; step < 4; step++) around.push(around.at(-1)?.parentElement ?? null)
    const marked =
      inner ||
      [...seen, ...around].some(
        (each) => each && (drawn(each) || drawn(each, "::before") || drawn(each, "::after")),
      )
    return marked ? undefined : `${name} has no visible focus`
  })
