import type { Child } from "#jsx"
import type { View } from "#web/view.ts"
import { fieldId } from "./field.tsx"
import { Icon } from "./icon.tsx"

export type FormError = {
  /** Empty for an error of the form as a whole. */
  readonly name: string
  readonly label?: Child
  readonly message: Child
}

type ErrorSummaryProps = { readonly view: View; readonly errors: readonly FormError[] }

/** Stands below the h1 of a form that came back. Takes the focus by itself, also without script, and leads to each field. */
export function ErrorSummary({ view, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <section class="error-summary" aria-labelledby="error-summary-title" tabindex={-1} autofocus>
      <h2 class="error-summary-title" id="error-summary-title">
        <Icon name="error" />
        <span>{view.t("web:error.summary", { count: errors.length })}</span>
      </h2>
      <ul>
        {errors.map((error) => (
          <li>
            <Line error={error} view={view} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ view, error }: { readonly view: View; readonly error: FormError }) {
  const words = error.label ? [error.label, view.t("web:colon"), error.message] : error.message
  return error.name === "" ? <span>{words}</span> : <a href={`#${fieldId(error.name)}`}>{words}</a>
}
