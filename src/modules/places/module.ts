import type { Manifest } from "#web/manifest.ts"
import { syncPlaces } from "./commands.ts"

export const places: Manifest = {
  name: "places",
  messages: { ja: {}, en: {}, "ja-easy": {} },
  sync: syncPlaces,
}
