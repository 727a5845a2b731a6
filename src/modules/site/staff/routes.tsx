import { routes } from "#web/context.ts"
import { consentsPage } from "./consents.tsx"
import { emergencyPages } from "./emergency.tsx"
import { noticePages } from "./notices.tsx"
import { opinionPages } from "./opinions.tsx"
import { pageRoutes } from "./pages.tsx"
import { promotionPages } from "./promotions.tsx"
import { settingsPage } from "./settings.tsx"

export const siteStaff = routes()
  .route("/", pageRoutes)
  .route("/", noticePages)
  .route("/", emergencyPages)
  .route("/", opinionPages)
  .route("/", consentsPage)
  .route("/", promotionPages)
  .route("/", settingsPage)
