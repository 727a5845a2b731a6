import { type Browsing, narrow, signIn } from "./browser.ts"
import { problemsOf } from "./checks.ts"
import { crawl } from "./crawl.ts"
import { picture, pictures } from "./pictures.ts"
import { visitor } from "./visitor.ts"

type Walk = {
  readonly url: string
  readonly open: Browsing["open"]
  /** Nobody in particular without one. */
  readonly person?: string
  readonly from: readonly string[]
  readonly lang: string
  readonly within: RegExp
}

/** What is wrong with the pages that one person comes by, following every link; each fault once, with its pages. */
export const walkPages = async ({ url, open, person, from, lang, within }: Walk) => {
  const reader = await visitor(url, person)
  const start = from.map((path) => inLanguage(path, lang))
  const [ofEach, askedOfEach] = lang === "ja" ? [1, 6] : [1, 2]
  const { pages, broken } = await crawl(reader, { from: start, most: 300, ofEach, askedOfEach, lang, within })
  const page = await open({ size: narrow })
  if (person) await signIn(page, person)
  const places = new Map<string, string[]>()
  for (const path of pages) {
    for (const problem of await problemsOf(page, path))
      places.set(problem, [...(places.get(problem) ?? []), path])
    const name = `${person ?? "anybody"}${nameOf(path)}`
    if (lang === "ja") await pictures(page, name)
    else await picture(page, `${lang}-${name}`)
  }
  await page.context().close()
  const found = [...places].map(
    ([problem, [first, ...more]]) => `${problem}, on ${first} and ${more.length} more`,
  )
  return { pages, problems: [...broken, ...found] }
}

const inLanguage = (path: string, lang: string): string =>
  lang === "ja" ? path : `${path}${path.includes("?") ? "&" : "?"}lang=${lang}`

export const nameOf = (path: string): string => path.replaceAll(/[^a-z0-9]+/gi, "-")
