import { today } from "#web/dates.tsx"
import type { OfficeList } from "#web/office-list/office-list.ts"
import type { View } from "#web/view.ts"
import { caseKinds, type CaseRow } from "../queries/office.ts"
import { caseText } from "../views/waits.tsx"

export type Around = { readonly view: View }

/** What groups handed over and what was reported: the nearest due first, or what was settled last. */
export const caseList: OfficeList<CaseRow, Around> = {
  name: "inquiry-cases",
  path: "/staff/inquiries",
  title: "inquiries:office.title",
  count: "inquiries:office.count",
  none: "inquiries:office.none-chosen",
  noneNext: "inquiries:office.none-next",
  columns: [
    {
      name: "group",
      label: "inquiries:office.group",
      value: (row) => row.group?.name ?? "",
      show: (row, { view }) => (
        <a href={view.href(`/staff/inquiries/${row.publicId}`)} data-row-action>
          {row.group?.name}
        </a>
      ),
    },
    {
      name: "what",
      label: "inquiries:office.what",
      value: (row, { view }) => caseText(view, row),
    },
    { name: "at", label: "inquiries:office.at", value: (row) => row.at, sorts: true },
    { name: "due", label: "inquiries:office.due", value: (row) => row.dueOn, sorts: true },
    { name: "settled", label: "inquiries:office.settled", value: (row) => row.settledAt, sorts: true },
    { name: "outcome", label: "inquiries:form.outcome", value: (row) => row.outcome, extra: true },
  ],
  filters: [
    {
      name: "state",
      label: "inquiries:office.state",
      kind: "select",
      options: ({ view }) =>
        (["open", "settled"] as const).map((state) => ({
          value: state,
          label: view.text(`inquiries:office.${state}`),
        })),
    },
    {
      name: "kind",
      label: "inquiries:office.kind",
      kind: "select",
      any: "inquiries:office.any-kind",
      options: ({ view }) =>
        caseKinds.map((kind) => ({ value: kind, label: view.text(`inquiries:office.kind-${kind}`) })),
    },
  ],
  actions: [],
  idOf: ({ id }) => id,
  settle: (filters) => ({ state: "open", ...filters }),
  needsSomebody: (row, { view }) =>
    row.settledAt === null && Temporal.PlainDate.compare(row.dueOn, today(view)) < 0,
}
