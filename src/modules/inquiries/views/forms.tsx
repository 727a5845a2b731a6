import type { FormState } from "#web/forms.ts"
import { Button } from "#web/ui/button.tsx"
import { RadiosField } from "#web/ui/choice-fields.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form } from "#web/ui/form.tsx"
import { Notice } from "#web/ui/notice.tsx"
import { TextareaField } from "#web/ui/text-field.tsx"
import type { Child, View } from "#web/view.ts"
import type { Thread } from "../queries/thread.ts"
import { reportReasons, type Side } from "../schema.ts"

type FormProps = {
  readonly view: View
  readonly thread: Thread
  readonly side: Side
  readonly form: FormState
  /** Where the forms of this conversation lead. */
  readonly path: string
}

/** What is wrong, on top of the page. */
export function ThreadErrors({ view, form }: Pick<FormProps, "view" | "form">) {
  return (
    <>
      <ErrorSummary
        view={view}
        errors={errorsOf(view, form, {
          body: view.t("inquiries:form.body"),
          help: view.t("inquiries:form.help"),
          reason: view.t("inquiries:form.reason"),
          details: view.t("inquiries:form.details"),
          outcome: view.t("inquiries:form.outcome"),
        })}
      />
      {form.conflict && (
        <Notice view={view} kind="warning" title={view.t("inquiries:conflict.title")} announce>
          <p>{view.t("inquiries:conflict.text")}</p>
        </Notice>
      )}
    </>
  )
}

/** Writing into the conversation; `before` stands between its heading and the field. */
export function ReplyForm({ view, thread, side, form, path, before }: FormProps & { before?: Child }) {
  const words = side === "asker" ? "ask" : "answer"
  return (
    <section class="stack" aria-labelledby="reply">
      <h2 id="reply">{view.t(`inquiries:reply.${words}`)}</h2>
      {before}
      <Form
        view={view}
        action={view.href(`${path}/messages`)}
        version={form.conflict?.version ?? thread.record.version}
        long
      >
        <TextareaField
          {...fieldsOf(view, form)("body")}
          label={view.t("inquiries:form.body")}
          hint={view.t(`inquiries:reply.${words}-hint`)}
          rows={7}
          required
        />
        <Button icon="mail">{view.t(`inquiries:reply.${words}-do`)}</Button>
      </Form>
    </section>
  )
}

export function CloseForm({ view, path }: Pick<FormProps, "view" | "path">) {
  return (
    <details>
      <summary>{view.t("inquiries:close.title")}</summary>
      <Form view={view} action={view.href(`${path}/closing`)}>
        <p>{view.t("inquiries:close.lead")}</p>
        <Button kind="secondary">{view.t("inquiries:close.do")}</Button>
      </Form>
    </details>
  )
}

export function ReportForm({ view, form, path }: Pick<FormProps, "view" | "form" | "path">) {
  const field = fieldsOf(view, form)
  return (
    <details open={form.errors["reason"] !== undefined || form.errors["details"] !== undefined}>
      <summary>{view.t("inquiries:report.title")}</summary>
      <Form view={view} action={view.href(`${path}/report`)}>
        <p>{view.t("inquiries:report.lead")}</p>
        <RadiosField
          {...field("reason")}
          label={view.t("inquiries:form.reason")}
          required
          options={reportReasons.map((reason) => ({
            value: reason,
            label: view.t(`inquiries:report.${reason}`),
          }))}
        />
        <TextareaField {...field("details")} label={view.t("inquiries:form.details")} rows={3} />
        <Button kind="secondary">{view.t("inquiries:report.do")}</Button>
      </Form>
    </details>
  )
}
