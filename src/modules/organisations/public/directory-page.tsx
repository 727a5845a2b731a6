import type { Page } from "#kernel/paging.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button, ButtonLink } from "#web/ui/button.tsx"
import { CardList } from "#web/ui/card.tsx"
import { SelectField } from "#web/ui/choice-fields.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { areaLabel, type Area } from "#modules/places"
import type { DirectoryRow } from "../queries/public.ts"
import { organisationKinds } from "../schema/form.ts"
import { OrganisationCard } from "../views/organisation-card.tsx"
import { fieldOptions } from "../views/labels.tsx"

/** As asked in the address: `area` is a slug. */
export type DirectoryQuestion = {
  readonly q: string
  readonly area: string
  readonly field: string
  readonly kind: string
}

type DirectoryPageProps = {
  readonly view: View
  readonly question: DirectoryQuestion
  readonly found: Page<DirectoryRow>
  readonly areas: readonly Area[]
}

/** Every registered group, to be looked for by words, place, field and kind. */
export function DirectoryPage(props: DirectoryPageProps) {
  const { view, found, areas } = props
  return (
    <PublicPage
      view={view}
      title={view.text("organisations:directory.title")}
      description={view.text("organisations:directory.lead")}
    >
      <h1>{view.t("organisations:directory.title")}</h1>
      <p class="lead">{view.t("organisations:directory.lead")}</p>
      <AskForm {...props} />
      {found.total === 0 ? (
        <NoneFound {...props} />
      ) : (
        <>
          <h2>{view.t("organisations:directory.count", { count: found.total })}</h2>
          <CardList>
            {found.rows.map((row) => (
              <OrganisationCard view={view} organisation={row} areas={areas} />
            ))}
          </CardList>
          <Pagination view={view} page={found.page} pages={Math.ceil(found.total / found.size)} />
        </>
      )}
      <p>
        <ButtonLink href={view.href("/my/organisations/new")} kind="secondary" icon="plus">
          {view.t("organisations:register")}
        </ButtonLink>
      </p>
    </PublicPage>
  )
}

function AskForm({ view, question, areas }: DirectoryPageProps) {
  const wards = areas.filter(({ level }) => level === "ward")
  const plain = { view, mark: false } as const
  return (
    <search>
      <form
        class="finder"
        method="get"
        action="/organisations"
        aria-label={view.text("organisations:directory.ask")}
      >
        {view.lang !== "ja" && <input type="hidden" name="lang" value={view.lang} />}
        <div class="finder-line">
          <TextField
            {...plain}
            name="q"
            label={view.t("web:search.words")}
            type="search"
            value={question.q}
          />
          {wards.length > 0 && (
            <SelectField
              {...plain}
              name="area"
              label={view.t("web:search.area")}
              value={question.area}
              empty={view.text("web:search.all-areas")}
              options={wards.map((area) => ({ value: area.slug, label: areaLabel(view, area) }))}
            />
          )}
          <SelectField
            {...plain}
            name="field"
            label={view.t("organisations:form.fields")}
            value={question.field}
            empty={view.text("organisations:directory.all-fields")}
            options={fieldOptions(view)}
          />
          <SelectField
            {...plain}
            name="kind"
            label={view.t("organisations:form.kind")}
            value={question.kind}
            empty={view.text("organisations:directory.all-kinds")}
            options={organisationKinds.map((kind) => ({
              value: kind,
              label: view.text(`organisations:kind.${kind}`),
            }))}
          />
          <Button icon="search">{view.t("web:search.find")}</Button>
        </div>
      </form>
    </search>
  )
}

function NoneFound({ view, question }: DirectoryPageProps) {
  const asked = Object.values(question).some((value) => value !== "")
  return (
    <EmptyState
      heading="h2"
      title={view.t(asked ? "organisations:directory.none-found" : "organisations:directory.none")}
      action={
        asked && (
          <ButtonLink href={view.href("/organisations")}>{view.t("organisations:directory.all")}</ButtonLink>
        )
      }
    >
      <p>{view.t(asked ? "organisations:directory.none-found-next" : "organisations:directory.none-next")}</p>
    </EmptyState>
  )
}
