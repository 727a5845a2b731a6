import { PrintPage } from "#web/layout/print.tsx"
import { Day, Moment } from "#web/dates.tsx"
import { DescriptionList } from "#web/ui/description-list.tsx"
import type { View } from "#web/view.ts"
import { bodyLabel } from "#modules/places"
import type { Slip } from "../queries/proxy.ts"
import { inGroups } from "../schema/claim-code.ts"
import { ProfileFacts } from "../views/profile-facts.tsx"

type SlipPageProps = { readonly view: View; readonly slip: Slip; readonly baseUrl: string }

/** The receipt that an officer hands over or sends: the number, what was entered, whom to ask, and the code. */
export function SlipPage({ view, slip, baseUrl }: SlipPageProps) {
  const { record, profile, areas, office } = slip
  return (
    <PrintPage view={view} title={view.text("organisations:slip.title")}>
      <p class="slip-name">{profile.name}</p>
      <DescriptionList
        items={[
          {
            term: view.t("organisations:receipt-number"),
            detail: <strong class="slip-number">{record.receiptNumber}</strong>,
          },
          { term: view.t("organisations:slip.received"), detail: <Received view={view} slip={slip} /> },
          { term: view.t("organisations:slip.office"), detail: office && bodyLabel(view, office) },
          {
            term: view.t("organisations:slip.answer"),
            detail: record.dueOn && <Day view={view} day={record.dueOn} near={false} />,
          },
        ]}
      />
      <p>{view.t("organisations:slip.next")}</p>
      <Code view={view} slip={slip} baseUrl={baseUrl} />
      <section aria-labelledby="entered">
        <h2 id="entered">{view.t("organisations:slip.entered")}</h2>
        <ProfileFacts view={view} profile={profile} areas={areas} receiptNumber={null} />
      </section>
    </PrintPage>
  )
}

function Received({ view, slip: { intake, record } }: Omit<SlipPageProps, "baseUrl">) {
  if (!intake) return record.submittedAt && <Moment view={view} at={record.submittedAt} />
  return (
    <>
      <Day view={view} day={intake.receivedOn} near={false} />（
      {view.t(`organisations:channel.${intake.channel}`)}
      {intake.fromWhom !== "" && (
        <>
          {view.t("web:colon")}
          {intake.fromWhom}
        </>
      )}
      ）
    </>
  )
}

/** How its people take it over themselves. */
function Code({ view, slip: { code }, baseUrl }: SlipPageProps) {
  if (!code) return null
  return (
    <section class="slip-code" aria-labelledby="code">
      <h2 id="code">{view.t("organisations:slip.code")}</h2>
      {code.code === "" ? (
        <p>{view.t("organisations:slip.code-elsewhere")}</p>
      ) : (
        <>
          <p>
            <strong class="slip-number">{inGroups(code.code)}</strong>
          </p>
          <p>{view.t("organisations:slip.code-how")}</p>
          <p>
            {baseUrl}
            {"/my/claim"}
          </p>
        </>
      )}
      <p>
        {view.t("organisations:slip.code-until")}{" "}
        <Day view={view} day={code.expiresAt.toZonedDateTimeISO(view.zone).toPlainDate()} near={false} />
      </p>
      <p>{view.t("organisations:slip.code-care")}</p>
    </section>
  )
}
