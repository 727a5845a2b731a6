import { accounts } from "./modules/accounts/module.ts"
import { inquiries } from "./modules/inquiries/module.ts"
import { listings } from "./modules/listings/module.ts"
import { notifications } from "./modules/notifications/module.ts"
import { organisations } from "./modules/organisations/module.ts"
import { places } from "./modules/places/module.ts"
import { portal } from "./modules/portal/module.ts"
import { site } from "./modules/site/module.ts"
import { statistics } from "./modules/statistics/module.ts"
import type { Manifest } from "#web/manifest.ts"

/** The rooms of the house, in order: a module may use the front doors of those that stand before it. */
export const modules: readonly Manifest[] = [
  places,
  accounts,
  notifications,
  site,
  organisations,
  listings,
  inquiries,
  statistics,
  portal,
]
