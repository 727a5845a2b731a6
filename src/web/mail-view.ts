import { randomUUID } from "node:crypto"
import type { Context } from "#kernel/transaction.ts"
import { linkTo } from "#web/links.ts"
import type { Texts } from "#web/texts.ts"
import type { Lang, View } from "#web/view.ts"

/** What a page is given, for work that draws none: the words and the time of a mail. */
export const mailView = (base: Omit<Context, "actor">, lang: Lang, { t, text }: Texts): View => ({
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
  url: { path: "/", query: "" },
  href: (path, query) => linkTo(path, { ...query, ...(lang === "ja" ? {} : { lang }) }),
  now: base.clock.now(),
  zone: base.city.zone,
  emergencies: [],
  formKey: randomUUID,
  demo: false,
  asset: (name) => name,
})
