import { Icon } from "#web/ui/icon.tsx"
import { LangMark } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import { inLang, type Contents } from "../schema/contents.ts"
import { Markdown } from "./markdown.tsx"
import { langOf, titleOf } from "./written.tsx"

/** What something is asked for, who sees it and how long it is kept: to be read before it is written. */
export function PurposeNote({ view, contents }: { readonly view: View; readonly contents: Contents }) {
  const { title, body, lang } = inLang(contents, view.lang)
  return (
    <aside class="purpose" aria-label={view.text("site:purpose.label")} lang={langOf(view, lang)}>
      <p class="purpose-title">
        <Icon name="lock" />
        <strong>{titleOf({ title, lang })}</strong> {lang !== view.lang && <LangMark view={view} lang="ja" />}
      </p>
      <div class="prose purpose-text">
        <Markdown body={body} readings={lang === "ja-easy"} href={view.href} prefix="purpose-" />
        <p>
          <a href={view.href("/pages/privacy")}>{view.t("site:purpose.more")}</a>
        </p>
      </div>
    </aside>
  )
}
