import type { FormState } from "#web/forms.ts"
import { Button, Buttons } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { TextareaField } from "#web/ui/text-field.tsx"
import { Timeline } from "#web/ui/timeline.tsx"
import type { View } from "#web/view.ts"
import type { Talk } from "../queries/talks.ts"

type TalkPartProps = {
  readonly view: View
  readonly form: FormState
  readonly talks: readonly Talk[]
  /** Where one's own words are sent; null: it is over. */
  readonly action: string | null
  /** Whose page it is. */
  readonly side: Talk["side"]
}

/** What a group and its office say to each other about a listing that is not public. */
export function TalkPart({ view, form, talks, action, side }: TalkPartProps) {
  const title = view.text(side === "group" ? "listings:talk.title" : "listings:talk.title-office")
  return (
    <section class="stack" aria-labelledby="talk">
      <h2 id="talk">{title}</h2>
      {talks.length > 0 && (
        <Timeline
          view={view}
          label={title}
          entries={talks.map((talk) => ({
            at: talk.at,
            what: view.t(`listings:talk.${talk.side}`),
            detail: talk.body,
            icon: "chat",
          }))}
        />
      )}
      {action && (
        <Form view={view} action={view.href(action)}>
          <TextareaField
            {...fieldsOf(view, form)("text")}
            label={view.t("listings:talk.text")}
            hint={view.t(side === "group" ? "listings:talk.text-hint" : "listings:talk.text-hint-office")}
            rows={3}
            required
          />
          <Buttons>
            <Button kind="secondary">{view.t("listings:act.reply")}</Button>
          </Buttons>
        </Form>
      )}
    </section>
  )
}
