import { drawPage } from "#jsx"
import type { Actor } from "#kernel/actor.ts"
import { pageNumber } from "#kernel/paging.ts"
import { reading } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { Moment } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import type { View } from "#web/view.ts"
import { type ConsentOverview, getConsentOverview } from "../queries/consents.ts"
import { SiteTabs } from "../views/site-tabs.tsx"

export const consentsPage = routes().get("/site/consents", async (c) => {
  const { context, view } = c.var
  const page = pageNumber(c.req.query("page"))
  const found = await reading(context, (tx) => getConsentOverview(tx, context.actor, view.now, page))
  return c.html(drawPage(<Consents view={view} actor={context.actor} {...found} />))
})

type ConsentsProps = ConsentOverview & { readonly view: View; readonly actor: Actor }

/** Who still has to agree to the terms in force: they are asked at their next step. */
function Consents({ view, actor, asked, agreed, missing }: ConsentsProps) {
  return (
    <StaffPage view={view} title={view.text("site:office.consents")}>
      <h1>{view.t("site:office.title")}</h1>
      <SiteTabs view={view} actor={actor} />
      {asked ? (
        <p>
          <a href={view.href(`/staff/site/pages/${asked.slug}`)}>
            {view.t("site:page.version", { number: asked.number })}
          </a>{" "}
          <Moment view={view} at={asked.publishAt} />{" "}
          {view.t("site:consents.counts", { agreed, missing: missing.total })}
        </p>
      ) : (
        <p>{view.t("site:consents.nothing")}</p>
      )}
      <p>{view.t("site:consents.lead")}</p>
      {missing.total > 0 && (
        <Table
          id="missing"
          caption={view.t("site:consents.missing")}
          columns={[{ label: view.t("site:consents.name") }, { label: view.t("site:consents.address") }]}
          rows={missing.rows.map(({ name, address }) => ({ cells: [name || address, address] }))}
        />
      )}
      <Pagination view={view} page={missing.page} pages={Math.ceil(missing.total / missing.size)} />
    </StaffPage>
  )
}
