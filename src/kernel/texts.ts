import type { Lang } from "#kernel/messages/messages.ts"
import type { Transaction, Work } from "#kernel/transaction.ts"

// Content in its own language, with translations beside it. The interface's language is another matter.

export type Translated = { readonly body: string; readonly lang: Lang }

/** Saves or, with an empty body, removes one translation of one field. */
export const saveText = async (
  work: Work,
  owner: { readonly kind: string; readonly id: string },
  field: string,
  lang: Lang,
  body: string,
): Promise<void> => {
  const key = { ownerKind: owner.kind, ownerId: owner.id, field, lang }
  if (body === "") {
    await work.tx
      .deleteFrom("texts")
      .where((eb) => eb.and(key))
      .execute()
    return
  }
  await work.tx
    .insertInto("texts")
    .values({ ...key, body })
    .onConflict((row) => row.columns(["ownerKind", "ownerId", "field", "lang"]).doUpdateSet({ body }))
    .execute()
}

/** The published translations of several owners into one language: by owner, then by field. */
export const translationsOf = async (
  tx: Transaction,
  kind: string,
  ids: readonly string[],
  lang: Lang,
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> => {
  if (ids.length === 0 || lang === "ja") return new Map()
  const rows = await tx
    .selectFrom("texts")
    .select(["ownerId", "field", "body"])
    .where("ownerKind", "=", kind)
    .where("ownerId", "in", [...ids])
    .where("lang", "=", lang)
    .where("status", "=", "published")
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.ownerId)
  return new Map(
    [...grouped].map(([id, texts]) => [id, Object.fromEntries(texts.map((text) => [text.field, text.body]))]),
  )
}

/** A text in the reader's language where there is one, else the original, so that the page can say so. */
export const inLanguage = (original: string, translation: string | undefined, lang: Lang): Translated =>
  translation === undefined ? { body: original, lang: "ja" } : { body: translation, lang }
