import type { Visitor } from "./visitor.ts"

export type Crawled = {
  /** Pages to look at: the first of each kind. */
  readonly pages: readonly string[]
  /** Links that lead nowhere, with the page they stand on. */
  readonly broken: readonly string[]
  readonly followed: number
}

type Crawl = {
  readonly from: readonly string[]
  /** How many links are followed at most. */
  readonly most: number
  /** The language that every link must carry; links that choose another are not followed. */
  readonly lang: string
  /** Only links to there are followed. */
  readonly within?: RegExp
  /** How many of one kind of page are followed further, and looked at. */
  readonly ofEach: number
  /** How many of one kind are asked for at all. */
  readonly askedOfEach: number
}

/** Follows the links of the site as one person: each is asked for once; of one kind of page a few are read further. */
export const crawl = async (
  person: Visitor,
  { from, most, ofEach, askedOfEach, lang, within = /^/ }: Crawl,
): Promise<Crawled> => {
  const foundOn = new Map(from.map((path) => [path, "the start"]))
  const kinds = new Map<string, number>()
  const pages: string[] = []
  const broken: string[] = []
  let followed = 0
  // A map yields what is added while it is walked.
  for (const [path, parent] of foundOn) {
    const seen = kinds.get(kindOf(path)) ?? 0
    if (seen >= askedOfEach) continue
    if (followed++ >= most) break
    const { status, body, headers } = await person.get(path)
    if (status >= 400) broken.push(`${path} answers ${status}, on ${parent}`)
    const next = headers.get("location")
    if (status >= 300 && next) remember(foundOn, [next], path)
    if (status !== 200 || !headers.get("content-type")?.startsWith("text/html")) continue
    kinds.set(kindOf(path), seen + 1)
    if (seen >= ofEach || isCombined(path)) continue
    pages.push(path)
    // The letters of everybody: their links are for those to whom they were written.
    if (path.startsWith("/demo/mailbox")) continue
    const links = linksOf(body)
    for (const link of links) if (forgets(link, lang)) broken.push(`${link} forgets the language, on ${path}`)
    const own = links.filter((link) => languageOf(link) === lang && within.test(link))
    remember(foundOn, own, path)
  }
  return { pages, broken, followed }
}

/** Several filters at once show what each shows alone. */
const isCombined = (path: string): boolean =>
  [...new URL(path, "http://localhost").searchParams.keys()].filter((name) => name !== "lang").length > 1

/** A link that names Japanese leads to a page that has an address without it. */
const languageOf = (path: string): string => {
  const lang = new URL(path, "http://localhost").searchParams.get("lang")
  return lang === "ja" ? "named" : (lang ?? "ja")
}

/** Files and feeds have no language of their own. */
const forgets = (path: string, lang: string): boolean =>
  lang !== "ja" && !/[?&]lang=/.test(path) && !/^\/(assets|api)\/|\.[a-z]+(\?|$)/.test(path)

const remember = (known: Map<string, string>, links: readonly string[], parent: string): void => {
  for (const link of links) if (!known.has(link)) known.set(link, parent)
}

/** After these a name says which record it is. */
const named = /^\/areas\/$|^\/staff\/site\/pages\/$/

/** The address without what differs from record to record. */
export const kindOf = (path: string): string => {
  const { pathname, searchParams } = new URL(path, "http://localhost")
  const steps = pathname
    .split("/")
    .map((step, at, all) =>
      /^[0-9a-hjkmnp-tv-z]{10}$|-.*-.*-|^\d+$/i.test(step) || named.test(`${all.slice(0, at).join("/")}/`)
        ? "*"
        : step,
    )
  return `${steps.join("/")}?${[...new Set(searchParams.keys())].toSorted().join("&")}`
}

const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<(?:a|link)\b[^>]*?\bhref="([^"]+)"/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&").replace(/#.*$/, ""))
    .filter((href) => href.startsWith("/") && !href.startsWith("//"))
