import type { Child } from "#jsx"
import { ButtonLink, Buttons } from "#web/ui/button.tsx"
import type { View } from "#web/view.ts"
import type { Askable } from "../queries/panels.ts"
import { speedText } from "./labels.tsx"

/** The way to ask, on the page of a group or of a listing. */
export const showInquiry = (view: View, askable: Askable): Child =>
  askable && (
    <section aria-labelledby="inquiry">
      <h2 id="inquiry">{view.t("inquiries:panel.title")}</h2>
      <p>{view.t("inquiries:panel.lead")}</p>
      {askable.days !== null && <p>{speedText(view, askable.days)}</p>}
      <Buttons>
        <ButtonLink kind="secondary" icon="chat" href={view.href(askable.href)}>
          {view.t("inquiries:panel.ask")}
        </ButtonLink>
      </Buttons>
    </section>
  )
