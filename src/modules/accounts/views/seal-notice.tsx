import type { AuditFault } from "#kernel/audit/seal.ts"
import { Moment } from "#web/dates.tsx"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import type { SealState } from "../queries/audit.ts"

type SealNoticeProps = {
  readonly view: View
  readonly seal: SealState
  readonly faults: readonly AuditFault[] | null
}

/** Is the audit still as it was written? Batches are sealed each minute; the check recomputes every one. */
export function SealNotice({ view, seal, faults }: SealNoticeProps) {
  const kind = faults === null ? "info" : faults.length === 0 ? "success" : "error"
  return (
    <Notice view={view} kind={kind} title={view.t(`accounts:seal.${kind}`)}>
      <p>
        {view.t("accounts:seal.state", { batches: seal.batches, waiting: seal.waiting })}{" "}
        {seal.lastSealed && (
          <>
            {view.t("accounts:seal.last")} <Moment view={view} at={seal.lastSealed} />
          </>
        )}
      </p>
      {faults === null && (
        <p>
          <a href={view.href("/staff/audit", { check: "1" })}>{view.t("accounts:seal.check")}</a>
        </p>
      )}
      {faults !== null && faults.length > 0 && (
        <ul>
          {faults.map(({ stream, number, fault }) => (
            <li>
              {view.t("accounts:seal.where", { stream, number })} {view.t(`accounts:seal.fault.${fault}`)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
