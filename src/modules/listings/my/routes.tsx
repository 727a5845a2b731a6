import { drawPage } from "#jsx"
import { pageNumber } from "#kernel/paging.ts"
import { reading } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { getOwnOrganisation, groupsSpokenTo, listOwn, listOwnOrganisations } from "../queries/own.ts"
import { actRoutes } from "./acts.tsx"
import { dateRoutes } from "./dates.tsx"
import { OwnListPage } from "./list-page.tsx"
import { previewRoutes } from "./preview.tsx"
import { StartPage } from "./start-page.tsx"
import { writingRoutes } from "./writing.tsx"

export const listingsMy = routes()
  .route("/", writingRoutes)
  .route("/", previewRoutes)
  .route("/", actRoutes)
  .route("/", dateRoutes)
  .get("/listings", async (c) => {
    const { context, view } = c.var
    const { organisations, spokenTo } = await reading(context, async (tx) => {
      const own = await listOwnOrganisations(tx, context.actor)
      const ids = own.map(({ id }) => id)
      return { organisations: own, spokenTo: await groupsSpokenTo(tx, ids) }
    })
    const [only, second] = organisations
    // With one group there is nothing to choose.
    if (only && !second) return c.redirect(view.href(`/my/organisations/${only.publicId}/listings`), 303)
    return c.html(drawPage(<StartPage view={view} organisations={organisations} spokenTo={spokenTo} />))
  })
  .get("/organisations/:org/listings", async (c) => {
    const { context, view } = c.var
    const page = await reading(context, async (tx) => {
      const organisation = await getOwnOrganisation(tx, context.actor, c.req.param("org"))
      return { organisation, found: await listOwn(tx, organisation.id, pageNumber(c.req.query("page"))) }
    })
    return c.html(drawPage(<OwnListPage view={view} {...page} />))
  })
