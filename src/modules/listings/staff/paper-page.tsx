import { StaffPage } from "#web/layout/staff.tsx"
import { ButtonLink, Buttons } from "#web/ui/button.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import type { View } from "#web/view.ts"

type PaperPageProps = {
  readonly view: View
  readonly text: string
  readonly count: number
  readonly total: number
  /** To come back to the list that it was made from. */
  readonly query: string
}

/** The text for the ward's paper, to be copied or taken away. */
export function PaperPage({ view, text, count, total, query }: PaperPageProps) {
  const asked = Object.fromEntries(new URLSearchParams(query))
  return (
    <StaffPage view={view} title={view.text("listings:paper.title")}>
      <h1>{view.t("listings:paper.title")}</h1>
      <p>{view.t("listings:paper.lead", { count })}</p>
      {count < total && <p>{view.t("listings:paper.shortened", { count, total })}</p>}
      {count === 0 ? (
        <EmptyState title={view.t("listings:office.none")}>
          <p>{view.t("listings:office.none-next")}</p>
        </EmptyState>
      ) : (
        <textarea
          class="input paper-text"
          rows={24}
          readonly
          lang="ja"
          aria-label={view.text("listings:paper.title")}
        >
          {text}
        </textarea>
      )}
      <Buttons>
        <ButtonLink kind="secondary" href={view.href("/staff/listings.txt", asked)} download>
          {view.t("listings:paper.take")}
        </ButtonLink>
        <ButtonLink kind="quiet" href={view.href("/staff/listings", asked)}>
          {view.t("web:list.back")}
        </ButtonLink>
      </Buttons>
    </StaffPage>
  )
}
