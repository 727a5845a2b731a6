import { drawPage } from "#jsx"
import { pageNumber } from "#kernel/paging.ts"
import { reading } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { listAreas } from "#modules/places"
import { shownFiles } from "../queries/files.ts"
import { getPublicOrganisation, listOrganisations } from "../queries/public.ts"
import { findSurvivor } from "../queries/merges.ts"
import { isField } from "../schema/fields.ts"
import { organisationKinds } from "../schema/form.ts"
import { BlankForm } from "./blank-form.tsx"
import { DirectoryPage } from "./directory-page.tsx"
import { OrganisationPage } from "./organisation-page.tsx"

export const organisationsPublic = routes()
  .get("/forms/registration", async (c) => {
    const areas = await reading(c.var.context, listAreas)
    return c.html(drawPage(<BlankForm view={c.var.view} areas={areas} />))
  })
  .get("/organisations", async (c) => {
    const { context, view } = c.var
    await c.var.keep(["organisations", "places"])
    const asked = (name: string): string => (c.req.query(name) ?? "").slice(0, 200)
    const question = { q: asked("q"), area: asked("area"), field: asked("field"), kind: asked("kind") }
    const page = await reading(context, async (tx) => {
      const areas = await listAreas(tx)
      const area = areas.find(({ slug }) => slug === question.area)
      const field = Number(question.field)
      const filter = {
        q: question.q,
        areaCode: area?.level === "ward" ? area.code : null,
        field: isField(field) ? field : null,
        kind: organisationKinds.find((kind) => kind === question.kind) ?? null,
        page: pageNumber(c.req.query("page")),
      }
      return { areas, found: await listOrganisations(tx, filter) }
    })
    return c.html(drawPage(<DirectoryPage view={view} question={question} {...page} />))
  })
  .get("/organisations/:id", async (c) => {
    const { context, view } = c.var
    const id = c.req.param("id")
    await c.var.keep([`organisation:${id}`, "places"])
    const page = await reading(context, async (tx) => {
      const survivor = await findSurvivor(tx, id)
      if (survivor) return survivor
      const organisation = await getPublicOrganisation(tx, id)
      return { organisation, areas: await listAreas(tx), files: await shownFiles(tx, organisation.id) }
    })
    if (typeof page === "string") return c.redirect(view.href(`/organisations/${page}`), 301)
    const panels = await c.var.panels("organisation", page.organisation.id)
    const canonical = `${context.baseUrl}/organisations/${id}`
    return c.html(drawPage(<OrganisationPage view={view} canonical={canonical} panels={panels} {...page} />))
  })
