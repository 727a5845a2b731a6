import type { Manifest } from "#web/manifest.ts"
import en from "./messages/en.json" with { type: "json" }
import easy from "./messages/ja-easy.json" with { type: "json" }
import ja from "./messages/ja.json" with { type: "json" }
import { statisticsPublic } from "./public.tsx"

export const statistics: Manifest = {
  name: "statistics",
  messages: { ja, en, "ja-easy": easy },
  surfaces: { public: statisticsPublic },
}
