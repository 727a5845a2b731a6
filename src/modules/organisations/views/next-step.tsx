import { Day } from "#web/dates.tsx"
import type { View } from "#web/view.ts"
import type { RegistrationState } from "../schema/registration.ts"

type NextStepProps = {
  readonly view: View
  readonly state: RegistrationState
  readonly dueOn: Temporal.PlainDate | null
}

/** What comes next, for the people of a group. */
export function NextStep({ view, state, dueOn }: NextStepProps) {
  return (
    <p>
      {view.t(`organisations:next.${state}`)}
      {dueOn && (
        <>
          {" "}
          {view.t("organisations:next.by")} <Day view={view} day={dueOn} near={false} />
        </>
      )}
    </p>
  )
}
