import type { Locator } from "playwright-core"
import type { Page } from "./browser.ts"
import { press, tabTo, typeInto } from "./keyboard.ts"

// The same acts on a form by pointer and by keyboard alone. Fields are found by their name.

export type Hands = {
  readonly write: (name: string, text: string) => Promise<void>
  /** `day` as 2026-07-01, `time` as 14:00. */
  readonly setDay: (name: string, day: string) => Promise<void>
  readonly setTime: (name: string, time: string) => Promise<void>
  /** A box or a radio. */
  readonly choose: (name: string, value: string) => Promise<void>
  readonly select: (name: string, value: string) => Promise<void>
  readonly press: (target: Locator) => Promise<void>
}

const named = (page: Page, name: string): Locator => page.locator(`main [name="${name}"]`)
const valued = (page: Page, name: string, value: string): Locator =>
  page.locator(`main [name="${name}"][value="${value}"]`)

export const pointer = (page: Page): Hands => ({
  write: (name, text) => named(page, name).fill(text),
  setDay: (name, day) => named(page, name).fill(day),
  setTime: (name, time) => named(page, name).fill(time),
  choose: (name, value) => valued(page, name, value).check(),
  select: async (name, value) => void (await named(page, name).selectOption(value)),
  press: (target) => target.click(),
})

/** Tab, Enter, Space and arrows; every stop on the way must be seen. */
export const keyboard = (page: Page): Hands => ({
  write: (name, text) => typeInto(page, named(page, name), text),
  setDay: async (name, day) => {
    const [year = "", ...rest] = day.split("-")
    await tabTo(page, named(page, name))
    await page.keyboard.type(year)
    // The year has room for more digits: Tab goes on to the month.
    await page.keyboard.press("Tab")
    await page.keyboard.type(rest.join(""))
    await expectValue(named(page, name), day)
  },
  setTime: async (name, time) => {
    await tabTo(page, named(page, name))
    await page.keyboard.type(time.replace(":", ""))
    await expectValue(named(page, name), time)
  },
  choose: async (name, value) => {
    const target = valued(page, name, value)
    if (await target.isChecked()) return
    if ((await target.getAttribute("type")) === "radio") return chooseRadio(page, name, target)
    await press(page, target, "Space")
  },
  select: async (name, value) => {
    const target = named(page, name)
    await tabTo(page, target)
    const steps = await target.evaluate(
      (element: HTMLSelectElement, wanted) =>
        [...element.options].findIndex((option) => option.value === wanted) - element.selectedIndex,
      value,
    )
    for (let step = 0; step < Math.abs(steps); step++)
      await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp")
    await expectValue(target, value)
  },
  press: (target) => press(page, target),
})

/** Tab comes to the chosen one of a group, or to its first; arrows go on from there. */
const chooseRadio = async (page: Page, name: string, target: Locator): Promise<void> => {
  const group = page.locator(`main [name="${name}"]`)
  const chosen = page.locator(`main [name="${name}"]:checked`)
  await tabTo(page, (await chosen.count()) > 0 ? chosen : group.first())
  if (await target.evaluate((element) => element === document.activeElement))
    return page.keyboard.press("Space")
  for (let step = 0; step < (await group.count()); step++) {
    if (await target.isChecked()) return
    await page.keyboard.press("ArrowDown")
  }
}

const expectValue = async (target: Locator, wanted: string): Promise<void> => {
  const value = await target.inputValue()
  if (value !== wanted) throw new Error(`${String(target)} has ${value} instead of ${wanted}`)
}
