import { type Actor, isAllowed } from "#kernel/actor.ts"
import { Day } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { Form, formIslands, Hidden } from "#web/ui/form.tsx"
import { TextareaField } from "#web/ui/text-field.tsx"
import { Timeline } from "#web/ui/timeline.tsx"
import type { View } from "#web/view.ts"
import { canDoNow, canSettle } from "../policy.ts"
import type { InquiryCase } from "../queries/records.ts"
import type { Thread } from "../queries/thread.ts"
import { Conversation } from "../views/conversation.tsx"
import { ReplyForm, ThreadErrors } from "../views/forms.tsx"
import { ThreadHead } from "../views/thread-head.tsx"
import { caseText } from "../views/waits.tsx"

type ThreadPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly thread: Thread
  readonly form: FormState
}

/** A conversation that was handed over or reported, for the office. */
export function OfficeThreadPage({ view, actor, thread, form }: ThreadPageProps) {
  const { record, cases } = thread
  const path = `/staff/inquiries/${record.publicId}`
  // One at a time: the oldest that nobody has seen to.
  const open = cases.filter(({ settledAt }) => settledAt === null).at(-1)
  const parts = { view, thread, side: "office", form, path } as const
  return (
    <StaffPage
      view={view}
      title={view.text("inquiries:page.title")}
      scripts={formIslands}
      breadcrumbs={[
        { label: view.t("inquiries:office.title"), href: view.href("/staff/inquiries") },
        { label: view.t("inquiries:page.title") },
      ]}
    >
      <div class="stack">
        <ThreadHead view={view} thread={thread} side="office" />
        <ThreadErrors view={view} form={form} />
        {open && isAllowed(canSettle(actor, record)) && (
          <Settlement view={view} form={form} path={path} open={open} />
        )}
        <Cases view={view} cases={cases.filter(({ id }) => id !== open?.id)} />
        <h2>{view.t("inquiries:conversation")}</h2>
        <Conversation view={view} thread={thread} side="office" />
        {canDoNow(actor, "answer", "office", record) && <ReplyForm {...parts} />}
      </div>
    </StaffPage>
  )
}

function Cases({ view, cases }: { readonly view: View; readonly cases: readonly InquiryCase[] }) {
  if (cases.length === 0) return null
  return (
    <>
      <h2>{view.t("inquiries:office.cases")}</h2>
      <Timeline
        view={view}
        label={view.text("inquiries:office.cases")}
        entries={cases.map((each) => ({
          at: each.at,
          what: caseText(view, each),
          detail: [each.note, each.outcome && view.t("inquiries:office.outcome", { outcome: each.outcome })]
            .filter((part) => part !== "")
            .map((part) => <p>{part}</p>),
        }))}
      />
    </>
  )
}

type SettlementProps = Pick<ThreadPageProps, "view" | "form"> & {
  readonly path: string
  readonly open: InquiryCase
}

function Settlement({ view, form, path, open }: SettlementProps) {
  return (
    <section class="stack" aria-labelledby="settle">
      <h2 id="settle">{caseText(view, open)}</h2>
      {open.note !== "" && <p class="said-words">{open.note}</p>}
      <p>
        {view.t("inquiries:office.due")}
        {view.t("web:colon")}
        <Day view={view} day={open.dueOn} />
      </p>
      <Form view={view} action={view.href(`${path}/settlement`)}>
        <Hidden name="case" value={open.id} />
        <TextareaField
          {...fieldsOf(view, form)("outcome")}
          label={view.t("inquiries:form.outcome")}
          hint={view.t("inquiries:office.outcome-hint")}
          rows={2}
          required
        />
        <Button>{view.t("inquiries:office.settle")}</Button>
      </Form>
    </section>
  )
}
