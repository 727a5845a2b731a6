import type { View } from "#web/view.ts"

// Enough to tell one's own devices apart, not more: the first that fits.
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "Chromebook"],
  [/Linux/, "Linux"],
]

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrom(?:e|ium)\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
]

const firstThatFits = (list: typeof systems, userAgent: string): string | undefined =>
  list.find(([pattern]) => pattern.test(userAgent))?.[1]

/** 「iPhone の Safari」, from what the browser says of itself. */
export const deviceWords = (view: Pick<View, "text">, userAgent: string): string => {
  const [system, browser] = [firstThatFits(systems, userAgent), firstThatFits(browsers, userAgent)]
  if (system && browser) return view.text("accounts:device.both", { system, browser })
  return system ?? browser ?? view.text("accounts:device.unknown")
}
