import type { Child } from "#jsx"
import type { View } from "#web/view.ts"

type BarTableProps = {
  readonly view: View
  /** Must be unique on the page. */
  readonly id: string
  readonly title: Child
  readonly heading: Child
  readonly bars: readonly { readonly label: Child; readonly value: number }[]
}

/** A chart that is its own table: a bar beside every number. */
export const BarTable = ({ view, id, title, heading, bars }: BarTableProps) => {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  if (bars.length === 0) return null
  return (
    <table class="bar-table" id={id}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{view.t("statistics:value")}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, value }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="bar" x="0" y="0" width={String((value / most) * 100)} height="10" />
              </svg>
              <span class="bar-value">{value.toLocaleString(view.htmlLang)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
