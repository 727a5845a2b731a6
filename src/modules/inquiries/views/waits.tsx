import type { Waiting } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import type { CaseRow } from "../queries/office.ts"
import type { InquiryCase } from "../queries/records.ts"

/** What the office was asked, and by whom. */
export const caseText = (
  view: View,
  { kind, side, reason }: Pick<InquiryCase, "kind" | "side" | "reason">,
): string =>
  kind === "help"
    ? view.text(`inquiries:case.help-${side}`)
    : view.text(`inquiries:case.report-${side}`, { reason: view.text(`inquiries:report.${reason}`) })

/** A case in the office's list of what waits. */
export const waitingOf = (view: View, row: CaseRow): Waiting => ({
  title: row.group?.name ?? "",
  what: caseText(view, row),
  href: `/staff/inquiries/${row.publicId}`,
  since: row.at,
  dueOn: row.dueOn,
})
