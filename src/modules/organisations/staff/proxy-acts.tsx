import { Day } from "#web/dates.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import { canChangeForGroupNow } from "../policy.ts"
import type { IntakeEntry } from "../queries/intakes.ts"
import type { RecordPageProps } from "./record-page.tsx"

/** What an officer does for the group: entering, changing, the receipt, and the code by which its people take over. */
export function ProxyActs(props: RecordPageProps) {
  const { view, actor, found } = props
  const { record, intakes, hasPeople, profile } = found
  const codeUntil = validUntil(props)
  const changes = canChangeForGroupNow(actor, record)
  if (!changes && intakes.length === 0) return null
  const completes = record.state === "incomplete" || record.state === "returned"
  return (
    <section class="record-action" aria-labelledby="proxy">
      <h2 id="proxy">{view.t("organisations:proxy.title-acts")}</h2>
      {!hasPeople && <p>{view.t("organisations:proxy.no-people")}</p>}
      {!hasPeople && profile.contactMail === "" && (
        <Notice view={view} kind="warning" title={view.t("organisations:proxy.unreachable")} />
      )}
      <Intakes {...props} />
      {codeUntil && (
        <p>
          {view.t("organisations:proxy.code-until")}{" "}
          <Day view={view} day={dayIn(view, codeUntil)} near={false} />
        </p>
      )}
      <Buttons>
        {changes && (
          <ButtonLink kind="secondary" href={view.href(`/staff/organisations/${record.publicId}/edit`)}>
            {view.t(completes ? "organisations:act.complete" : "organisations:act.change-for")}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={view.href(`/staff/registrations/${record.publicId}/slip`)}>
          {view.t("organisations:act.slip")}
        </ButtonLink>
      </Buttons>
      {changes && !hasPeople && (
        <Form view={view} action={view.href(`/staff/registrations/${record.publicId}/claim-code`)}>
          <Buttons>
            <Button kind="quiet">
              {view.t(codeUntil ? "organisations:act.new-code" : "organisations:act.issue-code")}
            </Button>
          </Buttons>
        </Form>
      )}
    </section>
  )
}

/** Of a code that can still be used. */
const validUntil = ({ view, found: { codeUntil } }: RecordPageProps): Temporal.Instant | null =>
  codeUntil && Temporal.Instant.compare(codeUntil, view.now) > 0 ? codeUntil : null

const dayIn = (view: View, at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(view.zone).toPlainDate()

/** What came which way, from whom, and where the paper lies. */
function Intakes({ view, found: { intakes, names } }: RecordPageProps) {
  if (intakes.length === 0) return null
  return (
    <ul class="bare-list">
      {intakes.map((intake) => (
        <li>
          <Day view={view} day={intake.receivedOn} near={false} />{" "}
          {view.t(`organisations:channel.${intake.channel}`)} {partsOf(intake, names).join(" / ")}
        </li>
      ))}
    </ul>
  )
}

const partsOf = (
  { fromWhom, reference, accountId }: IntakeEntry,
  names: ReadonlyMap<string, string>,
): string[] => [fromWhom, reference, names.get(accountId ?? "") ?? ""].filter((part) => part !== "")
