import type { Waiting } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import type { Opinion } from "../schema/opinions.ts"

/** civic-portal.R8: an opinion waits for its answer. */
export const waitingOf = (view: View, { publicId, text, at, dueOn }: Opinion): Waiting => ({
  title: [...text.replaceAll(/\s+/g, " ")].slice(0, 40).join(""),
  what: view.t("site:waits.opinion"),
  href: `/staff/site/opinions/${publicId}`,
  since: at,
  dueOn,
})
