import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import type { Thread } from "../queries/thread.ts"
import type { Side } from "../schema.ts"

type NoticesProps = { readonly view: View; readonly thread: Thread; readonly side: Side }

/** What one should know before writing. */
export function PageNotices({ view, thread: { record, blocked, cases }, side }: NoticesProps) {
  if (record.forgottenAt)
    return (
      <Notice view={view} kind="info" title={view.t("inquiries:forgotten.title")}>
        <p>{view.t("inquiries:forgotten.text")}</p>
      </Notice>
    )
  const helped = side === "group" && cases.some(({ kind, settledAt }) => kind === "help" && !settledAt)
  return (
    <>
      {blocked && (
        <Notice view={view} kind="info" title={view.t(`inquiries:blocked.${side}`)}>
          <p>{view.t(`inquiries:blocked.${side}-next`)}</p>
        </Notice>
      )}
      {helped && (
        <Notice view={view} kind="info" title={view.t("inquiries:helped.title")}>
          <p>{view.t("inquiries:helped.text")}</p>
        </Notice>
      )}
      {!blocked && record.state === "closed" && (
        <Notice view={view} kind="info" title={view.t("inquiries:closed.title")}>
          <p>{view.t(`inquiries:closed.${side}`)}</p>
        </Notice>
      )}
    </>
  )
}
