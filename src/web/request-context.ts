import { getConnInfo } from "@hono/node-server/conninfo"
import { type Context as HonoContext, type MiddlewareHandler } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"
import { randomUUID } from "node:crypto"
import { type Actor, anonymous, type Post, postHat } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { reading, type Context } from "#kernel/transaction.ts"
import type { Identify, SignedIn, WebEnv } from "#web/context.ts"
import type { Door, Manifest } from "#web/manifest.ts"
import type { PageCache } from "#web/page-cache.ts"
import { collect, withPanels } from "#web/panels.ts"
import type { Texts } from "#web/texts.ts"
import type { Flash, Lang, View } from "#web/view.ts"

export type Surroundings = {
  readonly base: Omit<Context, "actor">
  readonly modules: readonly Manifest[]
  readonly identify: Identify
  readonly texts: (lang: Lang) => Texts
  readonly cache: PageCache
  readonly asset: (logicalName: string) => string
  readonly demo: boolean
  readonly trustProxy: boolean
}

/** Works out who asks, in which language, under which hat; and keeps the page when the handler wants it kept. */
export const requestContext =
  (around: Surroundings): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const signedIn = await around.identify(c.req.raw.headers)
    const actor = signedIn ? await asActorOf(around, c, signedIn) : anonymous
    const view = viewOf(around, c, actor, signedIn)
    c.set("context", { ...around.base, actor })
    c.set("view", view)
    c.set("panels", withPanels(around, c))
    c.set("collected", collect(around, c))
    c.set("clientAddress", clientAddress(c, around.trustProxy))
    await next()
    c.header("Cache-Control", signedIn ? "private, no-store" : "no-cache")
    c.header("Content-Language", view.htmlLang)
  }

/** Keeps the finished page, headers included, when its handler asked for it and nobody in particular did. */
export const keepPages =
  (cache: PageCache): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const keeper = cache.keeper()
    c.set("keep", keeper.keep)
    await next()
    if (!keeper.wanted() || !isForEverybody(c)) return
    const body = Buffer.from(await c.res.clone().arrayBuffer())
    keeper.store(pageKey(c.req.url), { body, headers: Object.fromEntries(c.res.headers) })
  }

/** Path and query: what a kept page is found by. */
export const pageKey = (url: string): string => {
  const { pathname, search } = new URL(url, "http://localhost")
  return `${pathname}${search}`
}

/** Nobody who has one of our cookies is anonymous. */
export const hasOwnCookie = (cookies: string | undefined): boolean =>
  cookies !== undefined && /(?:^|[\s;_-])enishi\./.test(cookies)

const isForEverybody = (c: HonoContext): boolean =>
  c.req.method === "GET" &&
  c.res.status === 200 &&
  !hasOwnCookie(c.req.header("cookie")) &&
  !c.res.headers.has("set-cookie")

const asActorOf = async (around: Surroundings, c: HonoContext, signedIn: SignedIn): Promise<Actor> => {
  const today = dayOf(around.base.clock.now(), around.base.city.zone)
  const facts = await reading(around.base, async (tx) => {
    const found = []
    for (const { actorFacts } of around.modules)
      if (actorFacts) found.push(await actorFacts(tx, signedIn.accountId, today))
    return found
  })
  const posts = facts.flatMap((fact) => fact.posts ?? [])
  return {
    ...anonymous,
    accountId: signedIn.accountId,
    name: signedIn.name,
    address: signedIn.address,
    memberships: facts.flatMap((fact) => fact.memberships ?? []),
    posts,
    wearing: c.req.path === "/staff" || c.req.path.startsWith("/staff/") ? wornPost(c, posts) : null,
  }
}

const wornPost = (c: HonoContext, posts: readonly Post[]): Post | null =>
  posts.find((post) => post.id === getCookie(c, "enishi.hat")) ?? posts[0] ?? null

const languages: readonly Lang[] = ["ja", "en", "ja-easy"]

/** Language travels in links; a cookie remembers what a signed-in person chose. Easy Japanese is for public pages. */
const languageOf = (c: HonoContext, signedIn: SignedIn | null): Lang => {
  const asked = languages.find((lang) => lang === c.req.query("lang"))
  if (asked && signedIn)
    setCookie(c, "enishi.lang", asked, { path: "/", sameSite: "Lax", maxAge: 31_536_000 })
  return (
    asked ?? languages.find((lang) => lang === (signedIn ? getCookie(c, "enishi.lang") : undefined)) ?? "ja"
  )
}

const viewOf = (
  around: Surroundings,
  c: HonoContext<WebEnv>,
  actor: Actor,
  signedIn: SignedIn | null,
): View => {
  const lang = languageOf(c, signedIn)
  const { t, text } = around.texts(lang)
  const { base } = around
  const { pathname, search } = new URL(c.req.url)
  const flash = takeFlash(c, t)
  const href = (path: string, query?: Query) => linkTo(path, { ...query, ...(lang === "ja" ? {} : { lang }) })
  const doorsOf = (doors: readonly Door[]) => {
    const here = doors
      .filter((door) => isWithin(pathname, door.href))
      .sort((a, b) => b.href.length - a.href.length)[0]
    return [...doors]
      .sort((a, b) => (a.order ?? 50) - (b.order ?? 50))
      .map((door) => ({ label: t(door.label), href: href(door.href), current: door === here }))
  }
  return {
    lang,
    htmlLang: lang === "en" ? "en" : "ja",
    t,
    text,
    city: {
      slug: base.city.slug,
      name: { ja: base.city.name, en: base.city.english, "ja-easy": base.city.easy }[lang],
      productName: base.city.portalName[lang],
    },
    url: { path: pathname, query: search },
    href,
    now: base.clock.now(),
    zone: base.city.zone,
    formKey: randomUUID,
    demo: around.demo,
    asset: around.asset,
    ...(signedIn
      ? { person: { name: signedIn.name, isStaff: actor.posts.length > 0, ...wornHat(actor, text) } }
      : {}),
    ...(signedIn
      ? {
          mine: doorsOf(around.modules.flatMap((module) => module.mine ?? [])),
        }
      : {}),
    ...(actor.wearing ? { programmes: doorsOf(programmesOf(around, actor)) } : {}),
    ...(flash ? { flash } : {}),
  }
}

const wornHat = (actor: Actor, text: Texts["text"]): { hat?: string } =>
  actor.wearing ? { hat: `${actor.wearing.bodyName}・${text(`web:role.${actor.wearing.role}`)}` } : {}

const takeFlash = (c: HonoContext, t: Texts["t"]): Flash | null => {
  const key = getCookie(c, "enishi.flash")
  if (!key || c.req.method !== "GET") return null
  deleteCookie(c, "enishi.flash", { path: "/" })
  // The cookie could be anybody's writing: only messages that say that something was done are shown.
  if (!/^[a-z-]+:done\.[a-z-]+$/.test(key)) return null
  try {
    return { kind: "success", message: t(key) }
  } catch {
    return null
  }
}

const isOpenTo = (door: Door, actor: Actor): boolean => {
  const kind = actor.wearing?.bodyKind
  if (door.bodies && (!kind || !door.bodies.includes(kind))) return false
  return postHat(actor, door.programme ?? "*", door.role ?? "viewer", null) !== null
}

const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

/** What the worn post may open. */
const programmesOf = (around: Surroundings, actor: Actor): Door[] =>
  around.modules.flatMap((module) => module.programmes ?? []).filter((door) => isOpenTo(door, actor))

type Query = Readonly<Record<string, string | undefined>>

const linkTo = (path: string, query: Query): string => {
  const [address = "", fragment] = path.split("#")
  const [bare = "", given = ""] = address.split("?")
  const parameters = new URLSearchParams(given)
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") parameters.set(name, value)
  const search = parameters.size > 0 ? `?${parameters}` : ""
  return `${bare}${search}${fragment ? `#${fragment}` : ""}`
}

const clientAddress = (c: HonoContext, trustProxy: boolean): string => {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? "unknown"
  } catch {
    return "in-process"
  }
}
