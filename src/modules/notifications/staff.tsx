import type { Context as HonoContext } from "hono"
import { z } from "zod"
import { drawPage } from "#jsx"
import { type Actor, isAllowed } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { pageNumber, type Page } from "#kernel/paging.ts"
import { asActor } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { Moment } from "#web/dates.tsx"
import { submitForm } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Form } from "#web/ui/form.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tabs } from "#web/ui/tabs.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { retryMessage } from "./commands.ts"
import { canRetry } from "./policy.ts"
import { listMessages, type Message, type MessageState } from "./queries.ts"

const states: readonly MessageState[] = ["queued", "sent", "failed"]

export const notificationsStaff = routes()
  .get("/messages", async (c) => c.html(drawPage(<Ledger {...await ledgerOf(c)} />)))
  .post("/messages/:id/retry", (c) =>
    submitForm(c, {
      schema: z.object({}),
      run: async (context) => {
        const id = c.req.param("id")
        if (!isId(id)) throw new NotFound("no such message")
        await retryMessage(context, { id })
        return "/staff/messages"
      },
      again: async () => <Ledger {...await ledgerOf(c)} />,
      done: "notifications:done.retried",
    }),
  )

/** What the worn body sent: row-level security shows this, and one's own mail, which stands under /my. */
const ledgerOf = async (c: HonoContext<WebEnv>): Promise<LedgerProps> => {
  const { context, view } = c.var
  const { actor } = context
  const bodyId = actor.wearing?.bodyId
  if (!bodyId) throw new NotFound("no post is worn")
  const state = states.find((each) => each === c.req.query("state"))
  const of = { bodyId, ...(state ? { state } : {}) }
  const page = await asActor(context, (tx) => listMessages(tx, of, pageNumber(c.req.query("page")), 50))
  return { view, actor, state, page }
}

type LedgerProps = {
  readonly view: View
  readonly actor: Actor
  readonly state: MessageState | undefined
  readonly page: Page<Message>
}

function Ledger({ view, actor, state, page }: LedgerProps) {
  return (
    <StaffPage view={view} title={view.text("notifications:ledger.title")} scripts={["submit-once"]}>
      <h1>{view.t("notifications:ledger.title")}</h1>
      <Tabs
        label={view.text("notifications:state.label")}
        items={[undefined, ...states].map((each) => ({
          label: view.t(`notifications:state.${each ?? "all"}`),
          href: view.href("/staff/messages", { state: each }),
          current: each === state,
        }))}
      />
      {page.total === 0 ? (
        <EmptyState
          title={view.t(state ? "notifications:ledger.none-chosen" : "notifications:ledger.none")}
        />
      ) : (
        <MessageTable view={view} actor={actor} messages={page.rows} />
      )}
      <Pagination view={view} page={page.page} pages={Math.ceil(page.total / page.size)} />
    </StaffPage>
  )
}

type TableProps = { readonly view: View; readonly actor: Actor; readonly messages: readonly Message[] }

function MessageTable({ view, actor, messages }: TableProps) {
  return (
    <Table
      id="messages"
      caption={view.t("notifications:ledger.title")}
      captionHidden
      columns={[
        { label: view.t("notifications:ledger.subject") },
        { label: view.t("notifications:ledger.to") },
        { label: view.t("notifications:ledger.at") },
        { label: view.t("notifications:state.label") },
        { label: view.t("notifications:ledger.attempts"), numeric: true },
      ]}
      rows={messages.map((message) => ({
        alert: message.state === "failed",
        cells: [
          <span lang={contentLang(view, message.lang === "en" ? "en" : "ja")}>{message.subject}</span>,
          message.address,
          <Moment view={view} at={message.createdAt} />,
          <State view={view} actor={actor} message={message} />,
          message.attempts,
        ],
      }))}
    />
  )
}

type StateProps = { readonly view: View; readonly actor: Actor; readonly message: Message }

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
