import type { Child } from "#jsx"
import type { View } from "#web/view.ts"
import { Notice } from "./notice.tsx"

export type ConflictField = { readonly label: Child; readonly mine: string; readonly theirs: string }

type ConflictPanelProps = {
  readonly view: View
  readonly fields: readonly ConflictField[]
  readonly who?: Child
}

/** Two people edited one thing: both texts side by side; what stands in the form below is what will be kept. */
export function ConflictPanel({ view, fields, who }: ConflictPanelProps) {
  const different = fields.filter(({ mine, theirs }) => mine !== theirs)
  return (
    <section class="conflict" aria-labelledby="conflict-title">
      <Notice view={view} kind="warning">
        <h2 class="notice-title" id="conflict-title">
          {view.t("web:conflict.title")}
        </h2>
        <p>
          {who}
          {view.t("web:conflict.text")}
        </p>
      </Notice>
      {different.map(({ label, mine, theirs }) => (
        <div class="conflict-field">
          <h3 class="conflict-label">{label}</h3>
          <dl class="conflict-sides">
            <div>
              <dt>{view.t("web:conflict.theirs")}</dt>
              <dd>{theirs === "" ? view.t("web:conflict.empty") : theirs}</dd>
            </div>
            <div>
              <dt>{view.t("web:conflict.mine")}</dt>
              <dd>{mine === "" ? view.t("web:conflict.empty") : mine}</dd>
            </div>
          </dl>
        </div>
      ))}
    </section>
  )
}
