import { Moment } from "#web/dates.tsx"
import { DescriptionList } from "#web/ui/description-list.tsx"
import { Table } from "#web/ui/table.tsx"
import type { Child, View } from "#web/view.ts"
import type { Body } from "#modules/places"
import type { AuditRow } from "../queries/audit.ts"
import { hatWords, kindWords, verbWords } from "./audit-words.ts"

type AuditTableProps = {
  readonly view: View
  readonly rows: readonly AuditRow[]
  readonly people: ReadonlyMap<string, string>
  readonly titles: ReadonlyMap<string, { readonly title: string }>
  readonly bodies: readonly Body[]
}

/** When, who, under which hat, did what, with what. */
export function AuditTable({ view, rows, people, titles, bodies }: AuditTableProps) {
  return (
    <Table
      id="audit"
      caption={view.t("accounts:audit.title")}
      captionHidden
      columns={[
        { label: view.t("accounts:audit.at") },
        { label: view.t("accounts:audit.person") },
        { label: view.t("accounts:audit.hat") },
        { label: view.t("accounts:audit.verb") },
        { label: view.t("accounts:audit.subject") },
        { label: view.t("accounts:audit.payload") },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <Moment view={view} at={row.at} />,
          row.accountId ? (people.get(row.accountId) ?? view.t("accounts:audit.erased")) : "—",
          hatWords(view, row.hat, bodies),
          verbWords(view, row.verb),
          <Subject view={view} row={row} titles={titles} />,
          <Payload view={view} row={row} />,
        ],
      }))}
    />
  )
}

type RowProps = { readonly view: View; readonly row: AuditRow }

/** Leads to everything that ever happened to the same record. */
function Subject({ view, row, titles }: RowProps & Pick<AuditTableProps, "titles">) {
  const href = view.href("/staff/audit", { kind: row.subjectKind, subject: row.subjectId })
  return (
    <a href={href}>
      {kindWords(view, row.subjectKind)} {titles.get(row.subjectId)?.title ?? row.subjectId.slice(-6)}
    </a>
  )
}

function Payload({ view, row }: RowProps) {
  if (row.payload === null) return <>{view.t("accounts:audit.erased")}</>
  const entries = Object.entries(row.payload as Readonly<Record<string, unknown>>)
  if (entries.length === 0) return <>—</>
  return (
    <details>
      <summary>{view.t("accounts:audit.show")}</summary>
      <DescriptionList items={entries.map(([name, value]) => ({ term: name, detail: plain(value) }))} />
    </details>
  )
}

const plain = (value: unknown): Child => (typeof value === "string" ? value : JSON.stringify(value))
