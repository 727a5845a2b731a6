import { drawPage } from "#jsx"
import { NotFound } from "#kernel/errors.ts"
import { pageNumber, type Page } from "#kernel/paging.ts"
import { asActor } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { MyPage } from "#web/layout/my.tsx"
import type { View } from "#web/view.ts"
import { readMessages, type Message } from "./queries.ts"
import { MessageList } from "./views/message-list.tsx"

export const notificationsMy = routes().get("/messages", async (c) => {
  const { context, view } = c.var
  const { accountId } = context.actor
  if (!accountId) throw new NotFound("nobody is signed in")
  const page = await asActor(context, (tx) =>
    readMessages(tx, { accountId }, pageNumber(c.req.query("page"))),
  )
  return c.html(drawPage(<MyMessages view={view} page={page} />))
})

function MyMessages({ view, page }: { readonly view: View; readonly page: Page<Message> }) {
  return (
    <MyPage view={view} title={view.text("notifications:mine.title")}>
      <div class="stack">
        <h1>{view.t("notifications:mine.title")}</h1>
        <p>{view.t("notifications:mine.lead")}</p>
        <MessageList view={view} page={page} none={view.t("notifications:mine.none")} />
      </div>
    </MyPage>
  )
}
