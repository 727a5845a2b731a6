import { isAllowed, type Actor } from "#kernel/actor.ts"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import type { View } from "#web/view.ts"
import { canDoNow, canKeepFiles } from "../policy.ts"
import type { ListingRow } from "../queries/records.ts"
import type { ListingState } from "../schema/workflow.ts"

type OwnActsProps = { readonly view: View; readonly actor: Actor; readonly row: ListingRow }

const editWords = (state: ListingState) => {
  if (state === "draft") return "listings:act.edit-draft"
  if (state === "hidden") return "listings:act.edit-hidden"
  return state === "published" ? "listings:act.edit-published" : "listings:act.edit-withdrawn"
}

const writing = ["revise", "correct", "publish", "mend"] as const

/** What a group can do next with its listing. */
export function OwnActs({ view, actor, row }: OwnActsProps) {
  const path = `/my/listings/${row.publicId}`
  const isPublic = row.state === "published"
  const hasDates = row.schedule.kind !== "any-time" && canDoNow(actor, "change-dates", row)
  return (
    <>
      <Buttons>
        {writing.some((event) => canDoNow(actor, event, row)) && (
          <ButtonLink href={view.href(`${path}/edit`)} icon="edit">
            {view.t(editWords(row.state))}
          </ButtonLink>
        )}
        {isAllowed(canKeepFiles(actor, row)) && (
          <ButtonLink kind="secondary" href={view.href(`${path}/files`)} icon="list">
            {view.t("listings:files.title")}
          </ButtonLink>
        )}
        {isPublic && (
          <ButtonLink kind="secondary" href={view.href(`/listings/${row.publicId}`)}>
            {view.t("listings:act.look")}
          </ButtonLink>
        )}
        {hasDates && (
          <ButtonLink kind="secondary" icon="calendar" href={view.href(`${path}/dates`)}>
            {view.t("listings:act.dates")}
          </ButtonLink>
        )}
      </Buttons>
      {row.firstPublishedAt && (
        <Form view={view} action={view.href(`${path}/copies`)}>
          <Buttons>
            <Button kind="quiet" icon="history">
              {view.t("listings:act.copy")}
            </Button>
          </Buttons>
        </Form>
      )}
    </>
  )
}
