import type accounts from "./modules/accounts/messages/ja.json"
import type inquiries from "./modules/inquiries/messages/ja.json"
import type listings from "./modules/listings/messages/ja.json"
import type notifications from "./modules/notifications/messages/ja.json"
import type organisations from "./modules/organisations/messages/ja.json"
import type portal from "./modules/portal/messages/ja.json"
import type site from "./modules/site/messages/ja.json"
import type statistics from "./modules/statistics/messages/ja.json"
import type web from "./web/messages/ja.json"

// Japanese is complete, so its catalogues say which messages there are.

declare module "i18next" {
  interface CustomTypeOptions {
    resources: {
      accounts: typeof accounts
      inquiries: typeof inquiries
      listings: typeof listings
      notifications: typeof notifications
      organisations: typeof organisations
      portal: typeof portal
      site: typeof site
      statistics: typeof statistics
      web: typeof web
    }
  }
}
