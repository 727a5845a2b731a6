import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { verifyAudit, type AuditFault } from "#kernel/audit/seal.ts"
import { Forbidden } from "#kernel/errors.ts"
import { pageNumber, type Page } from "#kernel/paging.ts"
import { isId } from "#kernel/ids.ts"
import { reading, type Transaction } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { readDay } from "#web/day-input.ts"
import { filledForm, type FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { SelectField } from "#web/ui/choice-fields.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { Hidden } from "#web/ui/form.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { type Body, listBodies } from "#modules/places"
import { accountNames } from "../auth/people.ts"
import { auditScope } from "../policy.ts"
import {
  type AuditFilter,
  type AuditRow,
  type AuditScope,
  listAudit,
  listVerbs,
  type SealState,
  sealState,
} from "../queries/audit.ts"
import { AuditTable } from "../views/audit-table.tsx"
import { kindWords, verbWords } from "../views/audit-words.ts"
import { SealNotice } from "../views/seal-notice.tsx"

export const auditPage = routes().get("/audit", async (c) => {
  const scope = auditScope(c.var.context.actor)
  if (scope === "none") throw new Forbidden("only managers and administrators read the audit")
  return c.html(drawPage(<Audit {...await auditOf(c, scope)} />))
})

const names = ["person", "verb", "kind", "subject", "day"] as const

const auditOf = async (c: HonoContext<WebEnv>, scope: AuditScope): Promise<AuditProps> => {
  const { context, view } = c.var
  const asked = Object.fromEntries(names.map((name) => [name, (c.req.query(name) ?? "").slice(0, 200)]))
  const day = readDay(asked["day"] ?? "")
  const chosen = Object.entries(asked).filter(([name, value]) => name !== "day" && value !== "")
  const filter: AuditFilter = { ...Object.fromEntries(chosen), ...(day ? { day } : {}) }
  return reading(context, async (tx) => {
    const zone = context.city.zone
    const page = await listAudit(tx, scope, { ...filter, zone }, pageNumber(c.req.query("page")))
    const people = await accountNames(
      tx,
      page.rows.map((row) => row.accountId),
    )
    return {
      view,
      page,
      people,
      titles: await titlesOf(c, tx, page.rows),
      form: filledForm(asked),
      verbs: await listVerbs(tx, scope),
      bodies: await listBodies(tx),
      seal: scope === "all" ? await sealState(tx) : null,
      faults: scope === "all" && c.req.query("check") === "1" ? await verifyAudit(tx) : null,
    }
  })
}

const titlesOf = async (c: HonoContext<WebEnv>, tx: Transaction, rows: readonly AuditRow[]) => {
  const titles = new Map<string, { readonly title: string }>()
  for (const [kind, of] of Map.groupBy(rows, (row) => row.subjectKind)) {
    const ids = [...new Set(of.map((row) => row.subjectId))].filter(isId)
    for (const [id, found] of await c.var.collected.auditTitles(tx, kind, ids)) titles.set(id, found)
  }
  return titles
}

type AuditProps = {
  readonly view: View
  readonly page: Page<AuditRow>
  readonly people: ReadonlyMap<string, string>
  /** What the subjects are called, by id. */
  readonly titles: ReadonlyMap<string, { readonly title: string }>
  readonly form: FormState
  readonly verbs: readonly string[]
  readonly bodies: readonly Body[]
  /** Of the whole chain: shown to those who read the whole audit. */
  readonly seal: SealState | null
  /** Nothing as long as nobody asked for the check. */
  readonly faults: readonly AuditFault[] | null
}

function Audit(props: AuditProps) {
  const { view, page, seal, faults } = props
  return (
    <StaffPage view={view} title={view.text("accounts:audit.title")}>
      <h1>{view.t("accounts:audit.title")}</h1>
      {seal && <SealNotice view={view} seal={seal} faults={faults} />}
      <Filters {...props} />
      <p>{view.t("accounts:audit.count", { count: page.total })}</p>
      {page.rows.length === 0 ? (
        <EmptyState title={view.t("accounts:audit.none")} />
      ) : (
        <AuditTable {...props} rows={page.rows} />
      )}
      <Pagination view={view} page={page.page} pages={Math.ceil(page.total / page.size)} />
    </StaffPage>
  )
}

function Filters({ view, form, verbs, titles }: AuditProps) {
  const field = fieldsOf(view, form)
  const subject = field("subject").value
  return (
    <form class="filters" method="get" action={view.href("/staff/audit")}>
      {view.lang !== "ja" && <Hidden name="lang" value={view.lang} />}
      {subject !== "" && <Hidden name="kind" value={field("kind").value} />}
      <TextField {...field("person")} label={view.t("accounts:audit.person")} type="search" mark={false} />
      <SelectField
        {...field("verb")}
        label={view.t("accounts:audit.verb")}
        options={verbs.map((verb) => ({ value: verb, label: verbWords(view, verb) }))}
        empty={view.text("accounts:audit.all")}
        mark={false}
      />
      <DateField {...field("day")} label={view.t("accounts:audit.day")} mark={false} />
      {subject !== "" && (
        <SelectField
          {...field("subject")}
          label={view.t("accounts:audit.subject")}
          options={[
            {
              value: subject,
              label: `${kindWords(view, field("kind").value)} ${titles.get(subject)?.title ?? subject.slice(-6)}`,
            },
          ]}
          empty={view.text("accounts:audit.all")}
          mark={false}
        />
      )}
      <Button kind="secondary">{view.t("accounts:audit.filter")}</Button>
    </form>
  )
}
