import { type ListColumn, type OfficeList } from "#web/office-list/office-list.ts"
import type { View } from "#web/view.ts"
import { areaLabel, type Area } from "#modules/places"
import type { OfficeRow } from "../queries/office-list.ts"
import { kinds } from "../schema/content.ts"
import { listing } from "../schema/workflow.ts"
import { StateTag } from "../views/state.tsx"

export type Around = { readonly view: View; readonly areas: readonly Area[] }

type Column = ListColumn<OfficeRow, Around>

const columns: readonly Column[] = [
  {
    name: "title",
    label: "listings:form.title",
    value: (row) => row.title,
    show: (row, { view }) => (
      <a href={view.href(`/staff/listings/${row.publicId}`)} data-row-action>
        {row.title}
      </a>
    ),
    sorts: true,
  },
  {
    name: "organiser",
    label: "listings:organiser",
    value: (row) => row.organisationName || row.credit,
    show: (row) => <span class="clamp">{row.organisationName || row.credit}</span>,
  },
  {
    name: "kind",
    label: "listings:filter.kind",
    value: (row, { view }) => view.text(`listings:kind.${row.kind}`),
  },
  {
    name: "state",
    label: "listings:own.state",
    value: (row, { view }) => view.text(`listings:state.${row.state}`),
    show: (row, { view }) => <StateTag view={view} state={row.state} />,
  },
  { name: "next", label: "listings:own.next", value: (row) => row.nextAt, sorts: true },
  {
    name: "published",
    label: "listings:office.published",
    value: (row) => row.firstPublishedAt,
    sorts: true,
  },
  {
    name: "updated",
    label: "listings:office.updated",
    value: (row) => row.updatedAt,
    sorts: true,
    extra: true,
  },
  { name: "ends", label: "listings:office.ends", value: (row) => row.endsAt, sorts: true, extra: true },
  { name: "place", label: "listings:form.placeName", value: (row) => row.placeName, extra: true },
  { name: "number", label: "listings:office.number", value: (row) => row.publicId, extra: true },
]

const states = listing.states.filter((state) => state !== listing.initial)

/** What is public, or was, for the office that is competent. */
export const listingList: OfficeList<OfficeRow, Around> = {
  name: "listings",
  path: "/staff/listings",
  title: "listings:office.title",
  count: "listings:count",
  none: "listings:office.none",
  noneNext: "listings:office.none-next",
  columns,
  filters: [
    {
      name: "state",
      label: "listings:own.state",
      kind: "select",
      any: "listings:office.any-state",
      options: ({ view }) =>
        states.map((state) => ({ value: state, label: view.text(`listings:state.${state}`) })),
    },
    {
      name: "kind",
      label: "listings:filter.kind",
      kind: "select",
      any: "listings:office.any-kind",
      options: ({ view }) =>
        kinds.map((kind) => ({ value: kind, label: view.text(`listings:kind.${kind}`) })),
    },
    {
      name: "area",
      label: "web:search.area",
      kind: "select",
      any: "web:search.all-areas",
      options: ({ view, areas }) => areas.map((area) => ({ value: area.slug, label: areaLabel(view, area) })),
    },
    { name: "from", label: "listings:office.from", kind: "day" },
    { name: "q", label: "listings:office.words", kind: "search" },
    { name: "look", label: "listings:office.look", kind: "check" },
  ],
  actions: [
    {
      name: "hiding",
      label: "listings:office.hide-many",
      asks: [{ name: "reason", label: "listings:office.reason", long: true }],
    },
  ],
  idOf: (row) => row.publicId,
  needsSomebody: (row) => row.lookAt.length > 0,
}
