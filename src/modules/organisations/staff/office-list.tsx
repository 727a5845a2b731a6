import { Day, today } from "#web/dates.tsx"
import type { ListColumn, OfficeList } from "#web/office-list/office-list.ts"
import type { View } from "#web/view.ts"
import { areaLabel, type Area } from "#modules/places"
import type { OfficeListEntry } from "../queries/office-list.ts"
import { organisationKinds } from "../schema/form.ts"
import { registration } from "../schema/registration.ts"
import { areaNames, fieldOptions, fieldText, kindLabel } from "../views/labels.tsx"
import { StateTag } from "../views/state.tsx"

export type Around = {
  readonly view: View
  readonly areas: readonly Area[]
  /** The areas that the worn post covers. */
  readonly covered: readonly Area[]
}

type Column = ListColumn<OfficeListEntry, Around>

/** Months without a publication after which a group counts as silent: activity-publishing.U4. */
export const silentMonths = 6

/** Is the day over by which this should have been answered? */
export const isLate = (view: View, { dueOn }: { readonly dueOn: Temporal.PlainDate | null }): boolean =>
  dueOn !== null && Temporal.PlainDate.compare(dueOn, today(view)) < 0

function Due({ view, row }: { readonly view: View; readonly row: OfficeListEntry }) {
  if (!row.dueOn) return null
  return (
    <>
      <Day view={view} day={row.dueOn} />
      {isLate(view, row) && <strong class="late"> {view.t("organisations:office.late")}</strong>}
    </>
  )
}

const columns: readonly Column[] = [
  {
    name: "name",
    label: "organisations:form.name",
    value: (row) => row.name,
    show: (row, { view }) => (
      <a href={view.href(`/staff/registrations/${row.publicId}`)} data-row-action>
        {row.name}
      </a>
    ),
    sorts: true,
  },
  { name: "kana", label: "organisations:form.kana", value: (row) => row.kana, extra: true },
  {
    name: "receipt",
    label: "organisations:receipt-number",
    value: (row) => row.receiptNumber,
    show: (row) => <span class="keep">{row.receiptNumber}</span>,
  },
  {
    name: "area",
    label: "web:search.area",
    value: (row, { view, areas }) => areaNames(view, areas, [row.mainAreaCode]),
    sorts: true,
  },
  {
    name: "kind",
    label: "organisations:office.kind",
    value: (row, { view }) => view.text(`organisations:kind.${row.kind}`),
    show: (row, { view }) => kindLabel(view, row.kind),
  },
  {
    name: "fields",
    label: "organisations:office.fields",
    value: (row, { view }) => row.fields.map((field) => fieldText(view, field)).join("、"),
    extra: true,
  },
  {
    name: "state",
    label: "organisations:office.state",
    value: (row, { view }) => view.text(`organisations:state.${row.state}`),
    show: (row, { view }) => <StateTag view={view} state={row.state} />,
  },
  {
    name: "submitted",
    label: "organisations:office.submitted",
    value: (row) => row.submittedAt,
    sorts: true,
  },
  {
    name: "due",
    label: "organisations:office.due",
    value: (row) => row.dueOn,
    show: (row, { view }) => <Due view={view} row={row} />,
    sorts: true,
  },
  {
    name: "registered",
    label: "organisations:office.registered",
    value: (row) => row.registeredAt,
    sorts: true,
    extra: true,
  },
  {
    name: "published",
    label: "organisations:office.last-published",
    value: (row) => row.lastPublishedOn,
    sorts: true,
    extra: true,
  },
  {
    name: "contact",
    label: "organisations:form.contactName",
    value: (row) => row.contact?.name ?? null,
    extra: true,
  },
  {
    name: "phone",
    label: "organisations:form.contactPhone",
    value: (row) => row.contact?.phone ?? null,
    extra: true,
  },
  {
    name: "mail",
    label: "organisations:form.contactMail",
    value: (row) => row.contact?.address ?? null,
    extra: true,
  },
]

const states = registration.states.filter((state) => state !== registration.initial)

/** Groups of the office: what waits for an answer comes first; who looks for words looks everywhere. */
export const organisationList: OfficeList<OfficeListEntry, Around> = {
  name: "registrations",
  path: "/staff/registrations",
  title: "organisations:office.title",
  count: "organisations:office.count",
  none: "organisations:office.none",
  noneNext: "organisations:office.none-next",
  columns,
  filters: [
    {
      name: "state",
      label: "organisations:office.state",
      kind: "select",
      options: ({ view }) =>
        [...states, "all"].map((state) => ({
          value: state,
          label: view.text(`organisations:state.${state}`),
        })),
    },
    {
      name: "area",
      label: "web:search.area",
      kind: "select",
      any: "web:search.all-areas",
      options: ({ view, covered }) =>
        covered.map((area) => ({ value: area.slug, label: areaLabel(view, area) })),
    },
    {
      name: "kind",
      label: "organisations:office.kind",
      kind: "select",
      any: "organisations:office.any-kind",
      options: ({ view }) =>
        organisationKinds.map((kind) => ({ value: kind, label: view.text(`organisations:kind.${kind}`) })),
    },
    {
      name: "field",
      label: "organisations:office.fields",
      kind: "select",
      any: "organisations:office.any-field",
      options: ({ view }) => fieldOptions(view),
    },
    { name: "q", label: "organisations:office.words", kind: "search" },
    { name: "silent", label: "organisations:office.silent", kind: "check" },
  ],
  actions: [
    {
      name: "letter",
      label: "organisations:office.write",
      asks: [
        { name: "subject", label: "organisations:office.letter-subject" },
        { name: "body", label: "organisations:office.letter-body", long: true },
      ],
    },
  ],
  idOf: (row) => row.publicId,
  settle: (filters) => {
    const looksEverywhere = filters["q"] !== undefined || filters["silent"] !== undefined
    return { ...filters, state: filters["state"] ?? (looksEverywhere ? "all" : "submitted") }
  },
  needsSomebody: (row, { view }) => isLate(view, row),
}
