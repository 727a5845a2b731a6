import { drawPage } from "#jsx"
import { asActor } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { TodayPage } from "./views/today-page.tsx"

export const portalStaff = routes().get("/", async (c) => {
  const { context, view, collected } = c.var
  const waiting = await asActor(context, collected.waits)
  return c.html(drawPage(<TodayPage view={view} waiting={waiting} />))
})
