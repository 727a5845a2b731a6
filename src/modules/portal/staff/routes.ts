import { routes } from "#web/context.ts"
import { findPage } from "./find.tsx"
import { todayPage } from "./today.tsx"

export const portalStaff = routes().route("/", todayPage).route("/", findPage)
