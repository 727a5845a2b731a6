import { isAllowed } from "#kernel/actor.ts"
import { Day } from "#web/dates.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import { canHelpAsOffice, canMerge, canReviveNow } from "../policy.ts"
import type { RecordPageProps } from "./record-page.tsx"

/** A registered group's people, its last confirmation, and taking an ended one up again. */
export function LifeForms(props: RecordPageProps) {
  const { view, actor, found } = props
  const { record } = found
  if (!record.registeredAt) return null
  const path = `/staff/organisations/${record.publicId}`
  const confirms = record.state === "registered" && isAllowed(canHelpAsOffice(actor, record))
  const merges = isAllowed(canMerge(actor, record)) && (record.state === "registered" || record.mergedInto)
  return (
    <section aria-labelledby="life" class="together">
      <h2 id="life">{view.t("organisations:life.title")}</h2>
      {record.confirmedAt && (
        <p>
          {view.t("organisations:fresh.confirmed")}
          {view.t("web:colon")}
          <Day
            view={view}
            day={record.confirmedAt.toZonedDateTimeISO(view.zone).toPlainDate()}
            near={false}
          />
        </p>
      )}
      <Buttons>
        <ButtonLink kind="secondary" href={view.href(`${path}/members`)} icon="people">
          {view.t("organisations:members.title")}
        </ButtonLink>
        {merges && (
          <ButtonLink kind="quiet" href={view.href(`${path}/merge`)}>
            {view.t("organisations:merge.title")}
          </ButtonLink>
        )}
      </Buttons>
      {confirms && (
        <Form view={view} action={view.href(`${path}/confirmation`)}>
          <p>{view.t("organisations:life.confirm-lead")}</p>
          <Buttons>
            <Button kind="secondary">{view.t("organisations:life.confirm")}</Button>
          </Buttons>
        </Form>
      )}
      {canReviveNow(actor, record) && (
        <Form view={view} action={view.href(`${path}/revival`)}>
          <p>{view.t("organisations:revive.lead")}</p>
          <Buttons>
            <Button>{view.t("organisations:revive.do")}</Button>
          </Buttons>
        </Form>
      )}
    </section>
  )
}
