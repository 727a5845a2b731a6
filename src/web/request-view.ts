import { newId } from "#kernel/ids.ts"
import type { Context as HonoContext } from "hono"
import { deleteCookie, getCookie } from "hono/cookie"
import type { Actor, Post } from "#kernel/actor.ts"
import type { SignedIn, WebEnv } from "#web/context.ts"
import { inOrder, programmesOf } from "#web/doors.ts"
import { linkTo, type LinkQuery } from "#web/links.ts"
import type { Door } from "#web/manifest.ts"
import { setOwnCookie } from "#web/own-cookie.ts"
import type { Surroundings } from "#web/surroundings.ts"
import type { Texts } from "#web/texts.ts"
import type { Flash, HatChoice, Lang, View } from "#web/view.ts"

const languages: readonly Lang[] = ["ja", "en", "ja-easy"]

/** Language travels in links; a cookie remembers what a signed-in person chose. Easy Japanese is for public pages. */
const languageOf = (c: HonoContext, baseUrl: string, signedIn: SignedIn | null): Lang => {
  const asked = languages.find((lang) => lang === c.req.query("lang"))
  if (asked && signedIn) setOwnCookie(c, baseUrl, { name: "enishi.lang", value: asked, seconds: 31_536_000 })
  return (
    asked ?? languages.find((lang) => lang === (signedIn ? getCookie(c, "enishi.lang") : undefined)) ?? "ja"
  )
}

/** Everything a page is given besides its own data. */
export const viewOf = (
  around: Surroundings,
  c: HonoContext<WebEnv>,
  actor: Actor,
  signedIn: SignedIn | null,
): View => {
  const lang = languageOf(c, around.base.baseUrl, signedIn)
  const { t, text } = around.texts(lang)
  const { base } = around
  const { pathname, search } = new URL(c.req.url)
  const flash = takeFlash(c, t)
  const href = (path: string, query?: LinkQuery) =>
    linkTo(path, { ...query, ...(lang === "ja" ? {} : { lang }) })
  const shown = (doors: readonly (Door & { readonly module?: string })[]) =>
    inOrder(doors, pathname).map(({ door, current }) => ({
      label: t(door.label),
      href: href(door.href),
      current,
      ...(door.module ? { module: door.module } : {}),
    }))
  return {
    lang,
    htmlLang: lang === "en" ? "en" : "ja",
    t,
    text,
    city: {
      slug: base.city.slug,
      name: { ja: base.city.name, en: base.city.english, "ja-easy": base.city.easy }[lang],
      productName: base.city.portalName[lang],
      hasWards: base.city.firstLevel === "ward",
    },
    // A link to `//somewhere/` would lead to another site.
    url: { path: pathname.replace(/^\/+/, "/"), query: search },
    href,
    now: base.clock.now(),
    emergencies: [],
    zone: base.city.zone,
    // Its first half says when the form was drawn.
    formKey: newId,
    demo: around.demo,
    asset: around.asset,
    ...(signedIn
      ? {
          person: { name: signedIn.name, isStaff: actor.posts.length > 0, ...wornHat(actor, text) },
          mine: shown(around.modules.flatMap((module) => module.mine ?? [])),
        }
      : {}),
    ...(actor.wearing ? { programmes: shown(programmesOf(around.modules, actor)) } : {}),
    ...(flash ? { flash } : {}),
  }
}

const wornHat = (actor: Actor, text: Texts["text"]): { hat?: string; hats?: readonly HatChoice[] } => {
  if (!actor.wearing) return {}
  const worn = actor.wearing.id
  return {
    hat: hatLabel(actor.wearing, text),
    hats: actor.posts.map((post) => ({ id: post.id, label: hatLabel(post, text), worn: post.id === worn })),
  }
}

const hatLabel = (post: Post, text: Texts["text"]): string => {
  const label = `${post.bodyName}・${text(`web:role.${post.role}`)}`
  return post.deputyFor ? text("web:office.deputy", { hat: label, name: post.deputyFor.name }) : label
}

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
