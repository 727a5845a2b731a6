import { drawPage } from "#jsx"
import { systemActor } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { pageNumber, type Page } from "#kernel/paging.ts"
import { asActor } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { PublicPage } from "#web/layout/public.tsx"
import type { View } from "#web/view.ts"
import { readMessages, type Message } from "./queries.ts"
import { MessageList } from "./views/message-list.tsx"

export const notificationsPublic = routes().get("/demo/mailbox", async (c) => {
  const { view, context } = c.var
  if (!view.demo) throw new NotFound("there is no demo here")
  // The one place that reads everybody's mail as the program: people of the demo are nobody's secret.
  const everything = { ...context, actor: systemActor("demo.mailbox") }
  const page = await asActor(everything, (tx) => readMessages(tx, {}, pageNumber(c.req.query("page"))))
  return c.html(drawPage(<Mailbox view={view} page={page} />))
})

function Mailbox({ view, page }: { readonly view: View; readonly page: Page<Message> }) {
  return (
    <PublicPage view={view} title={view.text("notifications:mailbox.title")} width="text" noindex>
      <div class="stack">
        <h1>{view.t("notifications:mailbox.title")}</h1>
        <p class="lead">{view.t("notifications:mailbox.lead")}</p>
        <p>
          <a href={view.href("/demo")}>{view.t("notifications:mailbox.people")}</a>
        </p>
        <MessageList view={view} page={page} none={view.t("notifications:mailbox.none")} withAddress />
      </div>
    </PublicPage>
  )
}
