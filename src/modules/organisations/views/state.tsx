import { Steps, type Step } from "#web/ui/steps.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { RegistrationState } from "../schema/registration.ts"

const looks: Record<RegistrationState, "plain" | "good" | "few" | "past" | "alert"> = {
  draft: "plain",
  incomplete: "plain",
  submitted: "few",
  held: "alert",
  returned: "few",
  registered: "good",
  refused: "past",
  suspended: "alert",
  withdrawn: "past",
}

export function StateTag({ view, state }: { readonly view: View; readonly state: RegistrationState }) {
  return <Tag kind={looks[state]}>{view.t(`organisations:state.${state}`)}</Tag>
}

type Mark = Step["state"]

/** How far: written, checked, public. */
const marks: Record<RegistrationState, readonly [Mark, Mark, Mark]> = {
  draft: ["now", "next", "next"],
  incomplete: ["now", "next", "next"],
  submitted: ["done", "now", "next"],
  held: ["done", "now", "next"],
  returned: ["now", "next", "next"],
  registered: ["done", "done", "done"],
  refused: ["done", "stopped", "next"],
  suspended: ["done", "done", "stopped"],
  withdrawn: ["done", "done", "stopped"],
}

export function StateSteps({ view, state }: { readonly view: View; readonly state: RegistrationState }) {
  const [write, check, stand] = marks[state]
  return (
    <Steps
      view={view}
      label={view.text("organisations:steps.label")}
      steps={[
        { label: view.t("organisations:steps.write"), state: write },
        { label: view.t("organisations:steps.check"), state: check },
        { label: view.t("organisations:steps.public"), state: stand },
      ]}
    />
  )
}
