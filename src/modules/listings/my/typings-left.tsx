import { typedValue, type FormState } from "#web/forms.ts"
import { Moment } from "#web/dates.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationSummary } from "#modules/organisations"
import type { Typing } from "../queries/typings.ts"

type TypingsLeftProps = {
  readonly view: View
  readonly form: FormState
  readonly organisation: OrganisationSummary
  readonly existing: { readonly publicId: string } | null
  readonly typings: readonly Typing[]
}

/** What was begun here and never saved: to go on with, or to throw away. */
export function TypingsLeft({ view, form, organisation, existing, typings }: TypingsLeftProps) {
  const others = typings.filter(({ id }) => id !== typedValue(form, "_typing"))
  // Who is being told what is wrong with the form has one thing to do.
  if (others.length === 0 || Object.keys(form.errors).length > 0) return null
  const page = existing
    ? `/my/listings/${existing.publicId}/edit`
    : `/my/organisations/${organisation.publicId}/listings/new`
  return (
    <Notice view={view} kind="info" title={view.t("listings:typing.left")}>
      <ul class="stack">
        {others.slice(0, 3).map(({ id, savedAt, typed }) => (
          <li>
            <p>
              <strong>{typed["title"]?.[0] || view.t("listings:typing.untitled")}</strong>{" "}
              <span class="quiet">
                <Moment view={view} at={savedAt} />
              </span>
            </p>
            <form method="post" action={view.href(`/my/listing-typings/${id}/removal`)}>
              <Buttons>
                <ButtonLink kind="secondary" size="small" href={view.href(page, { typing: id })}>
                  {view.t("listings:act.go-on")}
                </ButtonLink>
                <Button kind="quiet" size="small">
                  {view.t("listings:act.drop")}
                </Button>
              </Buttons>
            </form>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
