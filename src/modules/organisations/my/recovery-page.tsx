import { Day, Moment, today } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { TextareaField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { findOwnObjection, Recovery } from "../queries/recoveries.ts"

type RecoveryPageProps = {
  readonly view: View
  readonly recovery: Recovery
  readonly name: string
  readonly said: Awaited<ReturnType<typeof findOwnObjection>>
  readonly form: FormState
}

/** What an earlier member was told of: the office named somebody new. Who thinks it wrong says so here. */
export function RecoveryPage(props: RecoveryPageProps) {
  const { view, recovery, name, form } = props
  const words = view.t("organisations:recovery.words")
  return (
    <MyPage
      view={view}
      title={view.text("organisations:recovery.title")}
      scripts={["submit-once"]}
      breadcrumbs={[{ label: view.t("web:nav.my"), href: view.href("/my") }, { label: name }]}
    >
      <h1>{name}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, { words })} />
      <p>{view.t("organisations:recovery.told")}</p>
      <p>
        <Moment view={view} at={recovery.at} />
      </p>
      <blockquote class="prose">
        <p>{recovery.reason}</p>
      </blockquote>
      <Objection {...props} />
    </MyPage>
  )
}

function Objection({ view, recovery, said, form }: RecoveryPageProps) {
  if (said)
    return (
      <Notice
        view={view}
        kind="info"
        title={view.t(said.decidedAt ? "organisations:recovery.answered" : "organisations:recovery.said")}
      >
        <p>{said.decidedAt ? said.answer : said.words}</p>
      </Notice>
    )
  if (Temporal.PlainDate.compare(today(view), recovery.objectUntil) > 0)
    return <p>{view.t("organisations:recovery.late")}</p>
  return (
    <Form view={view} action={view.href(`/my/recoveries/${recovery.id}/objection`)}>
      <p>
        {view.t("organisations:recovery.until")} <Day view={view} day={recovery.objectUntil} near={false} />
      </p>
      <TextareaField
        {...fieldsOf(view, form)("words")}
        label={view.t("organisations:recovery.words")}
        hint={view.t("organisations:recovery.words-hint")}
        required
      />
      <Buttons>
        <Button kind="secondary">{view.t("organisations:recovery.object")}</Button>
      </Buttons>
    </Form>
  )
}
