import type { Actor } from "#kernel/actor.ts"
import type { FormState } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { formIslands } from "#web/ui/form.tsx"
import type { View } from "#web/view.ts"
import { canDoNow } from "../policy.ts"
import type { Thread } from "../queries/thread.ts"
import { Conversation } from "../views/conversation.tsx"
import { CloseForm, ReplyForm, ReportForm, ThreadErrors } from "../views/forms.tsx"
import { ThreadHead } from "../views/thread-head.tsx"

type ThreadPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly thread: Thread
  readonly form: FormState
}

/** A conversation, for whoever asked without an account. */
export function GuestThreadPage({ view, actor, thread, form }: ThreadPageProps) {
  const { record, blocked } = thread
  const parts = { view, thread, side: "asker", form, path: `/inquiries/${record.publicId}` } as const
  return (
    <PublicPage
      view={view}
      title={view.text("inquiries:page.title")}
      width="text"
      noindex
      scripts={formIslands}
    >
      <div class="stack">
        <ThreadHead view={view} thread={thread} side="asker" />
        <ThreadErrors view={view} form={form} />
        <Conversation view={view} thread={thread} side="asker" />
        {!blocked && canDoNow(actor, "ask", "asker", record) && <ReplyForm {...parts} />}
        <div class="thread-acts">
          {canDoNow(actor, "close", "asker", record) && <CloseForm view={view} path={parts.path} />}
          {record.forgottenAt === null && <ReportForm view={view} form={form} path={parts.path} />}
        </div>
      </div>
    </PublicPage>
  )
}
