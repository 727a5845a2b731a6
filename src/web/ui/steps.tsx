import type { Child } from "#jsx"
import type { View } from "#web/view.ts"
import { Icon } from "./icon.tsx"

export type Step = {
  readonly label: Child
  readonly state: "done" | "now" | "next" | "stopped"
  /** When, who. */
  readonly note?: Child
}

type StepsProps = { readonly view: View; readonly label: string; readonly steps: readonly Step[] }

/** How far something has come: done, now, next. `stopped` is where it was refused or withdrawn. */
export function Steps({ view, label, steps }: StepsProps) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li class="step" data-state={step.state} aria-current={step.state === "now" ? "step" : undefined}>
          <span class="step-mark">
            <StepMark step={step} number={index + 1} />
          </span>
          <span class="step-label">
            {step.label}
            <span class="visually-hidden"> {view.t(`web:step.${step.state}`)}</span>
          </span>
          {step.note && <span class="step-note">{step.note}</span>}
        </li>
      ))}
    </ol>
  )
}

function StepMark({ step, number }: { readonly step: Step; readonly number: number }) {
  if (step.state === "done") return <Icon name="check" />
  if (step.state === "stopped") return <Icon name="close" />
  return <span aria-hidden="true">{number}</span>
}
