import en from "./en.json" with { type: "json" }
import jaEasy from "./ja-easy.json" with { type: "json" }
import ja from "./ja.json" with { type: "json" }

export const messages = { ja, en, "ja-easy": jaEasy }
