import { Moment } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { typedValues } from "#web/forms.ts"
import { Button, Buttons } from "#web/ui/button.tsx"
import { CheckboxesField } from "#web/ui/choice-fields.tsx"
import { Form } from "#web/ui/form.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { TextareaField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { FoundRequest } from "../queries/change-requests.ts"
import { proposable } from "../schema/change-request.ts"
import { versionOf } from "./conflict-fields.tsx"
import { WordDifference } from "./word-difference.tsx"

type ChangeRequestProps = {
  readonly view: View
  readonly found: FoundRequest
  readonly form: FormState
  readonly action: string
}

/** What a reader proposes beside what stands, field by field, and what is taken over of it. */
export function ChangeRequestBody(props: ChangeRequestProps) {
  const { view, found, form } = props
  const { request } = found
  return (
    <div class="stack">
      <p>
        <Moment view={view} at={request.createdAt} />
      </p>
      {form.conflict && <Notice view={view} kind="warning" title={view.t("organisations:request.changed")} />}
      {request.over && <Notice view={view} kind="warning" title={view.t("organisations:request.over")} />}
      {request.word !== "" && (
        <section aria-labelledby="word">
          <h2 id="word">{view.t("organisations:request.word")}</h2>
          <p class="timeline-detail">{request.word}</p>
        </section>
      )}
      <Differences {...props} />
      {request.state === "open" ? <Settlement {...props} /> : <Settled {...props} />}
    </div>
  )
}

const fieldsIn = ({ request }: FoundRequest) =>
  proposable.filter((field) => request.proposed[field] !== undefined)

function Differences({ view, found }: ChangeRequestProps) {
  const { request, profile } = found
  return (
    <>
      {fieldsIn(found).map((field) => (
        <section aria-labelledby={`differs-${field}`}>
          <h2 id={`differs-${field}`}>{view.t(`organisations:form.${field}`)}</h2>
          <WordDifference view={view} before={profile[field]} after={request.proposed[field] ?? ""} />
        </section>
      ))}
    </>
  )
}

function Settlement({ view, found, form, action }: ChangeRequestProps) {
  const fields = fieldsIn(found)
  const field = fieldsOf(view, form)
  return (
    <Form view={view} action={view.href(action)} version={versionOf(form, found.record.version)}>
      {fields.length > 0 && (
        <CheckboxesField
          view={view}
          name="accepted"
          values={typedValues(form, "accepted")}
          mark={false}
          label={view.t("organisations:request.accept")}
          hint={view.t("organisations:request.accept-hint")}
          options={fields.map((each) => ({ value: each, label: view.t(`organisations:form.${each}`) }))}
        />
      )}
      {found.request.address !== "" && (
        <TextareaField
          {...field("answer")}
          label={view.t("organisations:request.answer")}
          hint={view.t("organisations:request.answer-hint")}
          rows={2}
        />
      )}
      <Buttons>
        <Button>{view.t("organisations:request.settle")}</Button>
      </Buttons>
    </Form>
  )
}

const stateOf = ({ state }: FoundRequest["request"]) => (state === "accepted" ? "accepted" : "declined")

function Settled({ view, found: { request } }: ChangeRequestProps) {
  return (
    <Notice view={view} kind="info" title={view.t(`organisations:request.is.${stateOf(request)}`)}>
      {request.answer !== "" && <p>{request.answer}</p>}
    </Notice>
  )
}
