import { type Actor, isAllowed } from "#kernel/actor.ts"
import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { Form, formIslands, Hidden } from "#web/ui/form.tsx"
import { Chips } from "#web/ui/tag.tsx"
import { TextareaField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { canBlock, canCallOffice, canDoNow } from "../policy.ts"
import type { Thread } from "../queries/thread.ts"
import { Conversation } from "../views/conversation.tsx"
import type { Draft } from "../views/drafts.ts"
import { CloseForm, ReplyForm, ReportForm, ThreadErrors } from "../views/forms.tsx"
import { ThreadHead } from "../views/thread-head.tsx"

type ThreadPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly thread: Thread
  readonly side: "asker" | "group"
  readonly form: FormState
  readonly drafts: readonly Draft[]
}

/** A conversation, for whoever asked with an account, and for the people of the group. */
export function OwnThreadPage(props: ThreadPageProps) {
  const { view, actor, thread, side, form } = props
  const { record, blocked } = thread
  const path = `/my/inquiries/${record.publicId}`
  const writes = canDoNow(actor, side === "asker" ? "ask" : "answer", side, record)
  return (
    <MyPage
      view={view}
      title={view.text("inquiries:page.title")}
      scripts={formIslands}
      breadcrumbs={[
        { label: view.t("inquiries:list.title"), href: view.href("/my/inquiries") },
        { label: view.t("inquiries:page.title") },
      ]}
    >
      <div class="stack">
        <ThreadHead view={view} thread={thread} side={side} />
        <ThreadErrors view={view} form={form} />
        <Conversation view={view} thread={thread} side={side} />
        {writes && !(blocked && side === "asker") && (
          <ReplyForm
            {...{ view, thread, side, form, path }}
            before={side === "group" && <Drafts {...props} path={path} />}
          />
        )}
        <div class="thread-acts">
          {canDoNow(actor, "close", side, record) && <CloseForm view={view} path={path} />}
          {side === "group" && <GroupActs {...props} path={path} />}
          {isAllowed(canCallOffice(actor, side, record)) && (
            <ReportForm view={view} form={form} path={path} />
          )}
        </div>
      </div>
    </MyPage>
  )
}

type ActsProps = ThreadPageProps & { readonly path: string }

/** Without script each is a link that fills the field. */
function Drafts({ view, thread, drafts, path }: ActsProps) {
  return (
    <>
      <p>{view.t("inquiries:drafts.lead")}</p>
      <Chips
        label={view.text("inquiries:drafts.label")}
        items={drafts.map(({ id, title }) => ({
          label: title,
          href: `${view.href(path, { draft: id })}#reply`,
        }))}
      />
      <p>
        <a href={view.href(`/my/organisations/${thread.group.publicId}/answers`)}>
          {view.t("inquiries:drafts.own")}
        </a>
      </p>
    </>
  )
}

function GroupActs({ view, actor, thread: { record, blocked, cases }, form, path }: ActsProps) {
  const asked = cases.some(({ kind, settledAt }) => kind === "help" && settledAt === null)
  return (
    <>
      {!asked && isAllowed(canCallOffice(actor, "group", record)) && (
        <details open={form.errors["help"] !== undefined}>
          <summary>{view.t("inquiries:help.title")}</summary>
          <Form view={view} action={view.href(`${path}/help`)}>
            <p>{view.t("inquiries:help.lead")}</p>
            <TextareaField
              {...fieldsOf(view, form)("help")}
              label={view.t("inquiries:form.help")}
              rows={3}
              required
            />
            <Buttons>
              <Button kind="secondary">{view.t("inquiries:help.do")}</Button>
            </Buttons>
          </Form>
        </details>
      )}
      {record.forgottenAt === null && isAllowed(canBlock(actor, record)) && (
        <details>
          <summary>{view.t(blocked ? "inquiries:block.end" : "inquiries:block.title")}</summary>
          <Form view={view} action={view.href(`${path}/block`)}>
            <p>{view.t(blocked ? "inquiries:block.end-lead" : "inquiries:block.lead")}</p>
            <Hidden name="block" value={blocked ? "no" : "yes"} />
            <Buttons>
              <Button kind={blocked ? "secondary" : "danger"}>
                {view.t(blocked ? "inquiries:block.end-do" : "inquiries:block.do")}
              </Button>
            </Buttons>
          </Form>
        </details>
      )}
    </>
  )
}
