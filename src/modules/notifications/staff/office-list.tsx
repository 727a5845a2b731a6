import { type Actor, isAllowed } from "#kernel/actor.ts"
import type { OfficeList } from "#web/office-list/office-list.ts"
import { Button } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { canRetry } from "../policy.ts"
import { type Message, messageStates } from "../queries.ts"

export type Around = { readonly view: View; readonly actor: Actor }

/** Mail in the name of the worn body, newest first. */
export const messageList: OfficeList<Message, Around> = {
  name: "messages",
  path: "/staff/messages",
  title: "notifications:ledger.title",
  count: "notifications:ledger.count",
  none: "notifications:ledger.none-chosen",
  noneNext: "notifications:ledger.none-next",
  columns: [
    {
      name: "subject",
      label: "notifications:ledger.subject",
      value: (row) => row.subject,
      show: (row, { view }) => (
        <span lang={contentLang(view, row.lang === "en" ? "en" : "ja")}>{row.subject}</span>
      ),
    },
    { name: "to", label: "notifications:ledger.to", value: (row) => row.address },
    { name: "at", label: "notifications:ledger.at", value: (row) => row.createdAt },
    {
      name: "state",
      label: "notifications:state.label",
      value: (row, { view }) => view.text(`notifications:state.${row.state}`),
      show: (row, around) => <State {...around} message={row} />,
    },
    { name: "attempts", label: "notifications:ledger.attempts", value: (row) => row.attempts, numeric: true },
    { name: "error", label: "notifications:ledger.error", value: (row) => row.lastError, extra: true },
  ],
  filters: [
    {
      name: "state",
      label: "notifications:state.label",
      kind: "select",
      any: "notifications:state.all",
      options: ({ view }) =>
        messageStates.map((state) => ({ value: state, label: view.text(`notifications:state.${state}`) })),
    },
    { name: "q", label: "notifications:ledger.words", kind: "search" },
  ],
  actions: [],
  idOf: ({ id }) => id,
  needsSomebody: ({ state }) => state === "failed",
}

type StateProps = Around & { readonly message: Message }

function State({ view, actor, message }: StateProps) {
  const words = view.t(`notifications:state.${message.state}`)
  if (message.state !== "failed") return <Tag kind={message.state === "sent" ? "good" : "plain"}>{words}</Tag>
  return (
    <>
      <Tag kind="alert" icon="warning">
        {words}
      </Tag>
      <p>{message.lastError}</p>
      {isAllowed(canRetry(actor, message)) && (
        <Form view={view} action={view.href(`/staff/messages/${message.id}/retry`)} label={message.subject}>
          <Button kind="secondary" size="small">
            {view.t("notifications:ledger.retry")}
          </Button>
        </Form>
      )}
    </>
  )
}
