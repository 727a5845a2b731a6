import { routes } from "#web/context.ts"
import { noticeRoutes } from "./notices.tsx"
import { opinionRoutes } from "./opinions.tsx"
import { pageRoutes } from "./pages.tsx"

export const sitePublic = routes().route("/", pageRoutes).route("/", noticeRoutes).route("/", opinionRoutes)
