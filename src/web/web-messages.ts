import type { Catalogues } from "#web/texts.ts"
import en from "./messages/en.json" with { type: "json" }
import easy from "./messages/ja-easy.json" with { type: "json" }
import ja from "./messages/ja.json" with { type: "json" }

/** What the frame of every page says. */
export const webMessages: Catalogues = { ja, en, "ja-easy": easy }
