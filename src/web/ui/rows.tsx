import type { Child } from "#jsx"
import { Icon } from "./icon.tsx"

type RowsProps = {
  /** The rows that stand there, with one or two spare ones: without script that is how one adds. */
  readonly rows: readonly Child[]
  /** A spare row whose names and ids contain `__row`; the button puts a number there. */
  readonly blank: Child
  readonly addLabel: Child
}

/** A list of like fields that can grow: the days of an event. */
export function Rows({ rows, blank, addLabel }: RowsProps) {
  return (
    <more-rows class="rows">
      <ol class="rows-list">
        {rows.map((row) => (
          <li class="row">{row}</li>
        ))}
      </ol>
      <template>
        <li class="row">{blank}</li>
      </template>
      <button class="button" data-kind="secondary" data-size="medium" type="button" hidden>
        <Icon name="plus" />
        <span>{addLabel}</span>
      </button>
    </more-rows>
  )
}
