import type { RowWords } from "../imports/check-rows.ts"
import en from "../messages/en.json" with { type: "json" }
import ja from "../messages/ja.json" with { type: "json" }

/** Roles and programmes as the office writes them, in either language, or as they are kept. */
export const rowWords: RowWords = {
  role: (role) => [ja.role[role], en.role[role], role],
  programme: (programme) => [programme, ...named(ja.programme, programme), ...named(en.programme, programme)],
}

const named = (names: Readonly<Record<string, string>>, programme: string): string[] => {
  const name = names[programme === "*" ? "all" : programme]
  return name === undefined ? [] : [name]
}
