import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { Hidden } from "#web/ui/form.tsx"
import type { View } from "#web/view.ts"
import type { AskedTerms } from "../queries/consents.ts"
import { inLang } from "../schema/contents.ts"
import { Markdown } from "./markdown.tsx"
import { langOf } from "./written.tsx"

type ConsentPageProps = {
  readonly view: View
  readonly terms: AskedTerms
  /** Where what was being sent goes on to. */
  readonly action: string
  readonly fields: readonly (readonly [string, string])[]
  /** Stands before a form that takes files, and not behind it. */
  readonly files?: boolean
}

/** Asks to agree, between the form that was sent and what it does. */
export function ConsentPage({ view, terms, action, fields, files }: ConsentPageProps) {
  const text = inLang(terms.contents, view.lang)
  return (
    <MyPage view={view} title={view.text("site:consent.title")} scripts={["submit-once"]}>
      <div class="stack">
        <h1>{view.t("site:consent.title")}</h1>
        <p class="lead">{view.t(files ? "site:consent.lead-files" : "site:consent.lead")}</p>
        {terms.number > 1 && terms.why !== "" && (
          <p>
            {view.t("site:consent.what-changed")}
            <span lang={langOf(view, "ja")}>{terms.why}</span>
          </p>
        )}
        <section
          class="terms-frame prose"
          tabindex={0}
          aria-label={view.text("site:consent.terms")}
          lang={langOf(view, text.lang)}
        >
          <Markdown body={text.body} readings={text.lang === "ja-easy"} href={view.href} prefix="terms-" />
        </section>
        <p>
          <a href={view.href(`/pages/${terms.slug}`)} target="_blank">
            {view.t("site:consent.open")}
          </a>
        </p>
        <submit-once>
          <form class="form" method="post" action={action}>
            {fields.map(([name, value]) => (
              <Hidden name={name} value={value} />
            ))}
            <Hidden name="_agreed" value={terms.id} />
            <Buttons>
              <Button size="large">{view.t("site:consent.agree")}</Button>
            </Buttons>
          </form>
        </submit-once>
        <p>{view.t("site:consent.later")}</p>
      </div>
    </MyPage>
  )
}

/** At the first sign-in: the box with which one agrees, beside the name. */
export function ConsentBox({ view, terms }: { readonly view: View; readonly terms: AskedTerms }) {
  return (
    <div class="field">
      <p>
        <a href={view.href(`/pages/${terms.slug}`)} target="_blank">
          {view.t("site:consent.open")}
        </a>
      </p>
      <div class="choices">
        <div class="choice">
          <label class="choice-label">
            <input class="choice-input" type="checkbox" id="field-_agreed" name="_agreed" value={terms.id} />
            <span>{view.t("site:consent.box")}</span>
          </label>
        </div>
      </div>
    </div>
  )
}
