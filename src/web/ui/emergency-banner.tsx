import { Moment } from "#web/dates.tsx"
import type { Emergency } from "#web/manifest.ts"
import { ruby } from "#web/ruby.tsx"
import type { View } from "#web/view.ts"
import { Icon } from "./icon.tsx"

/** What everybody must know now. It stands first on every page, and is never used for anything else. */
export function EmergencyBanner({ view }: { readonly view: View }) {
  if (view.emergencies.length === 0) return null
  return (
    <section class="emergency" aria-label={view.text("web:emergency.label")}>
      {view.emergencies.map((emergency) => (
        <One view={view} emergency={emergency} />
      ))}
    </section>
  )
}

function One({ view, emergency }: { readonly view: View; readonly emergency: Emergency }) {
  const { contents, link, startsAt } = emergency
  const own = contents[view.lang]
  const [text, lang] = own.title === "" ? [contents.ja, "ja"] : [own, undefined]
  const easy = view.lang === "ja-easy" && lang === undefined
  return (
    <div class="container emergency-row">
      <Icon name="warning" />
      <div>
        <p class="emergency-title" lang={view.htmlLang === lang ? undefined : lang}>
          <span class="emergency-label">{view.t("web:emergency.label")}</span>{" "}
          {easy ? ruby(text.title) : text.title}
        </p>
        {text.body !== "" && (
          <p class="emergency-text" lang={view.htmlLang === lang ? undefined : lang}>
            {easy ? ruby(text.body) : text.body}
          </p>
        )}
        <p class="emergency-when">
          {view.t("web:emergency.at")}
          <Moment view={view} at={startsAt} />
          {link !== "" && (
            <>
              {" "}
              <a href={link.startsWith("/") ? view.href(link) : link}>{view.t("web:emergency.more")}</a>
            </>
          )}
        </p>
      </div>
    </div>
  )
}
