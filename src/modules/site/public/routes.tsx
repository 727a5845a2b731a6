import { routes } from "#web/context.ts"
import { pageRoutes } from "./pages.tsx"

export const sitePublic = routes().route("/", pageRoutes)
