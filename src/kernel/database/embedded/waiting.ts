import { setTimeout as sleep } from "node:timers/promises"

/** Asks again until the answer is yes (true) or the time is up (false). */
export const until = async (
  asked: () => boolean | Promise<boolean>,
  milliseconds: number,
  pause = 15,
): Promise<boolean> => {
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    if (await asked()) return true
    await sleep(pause)
  }
  return false
}
