import { sql, type RawBuilder } from "kysely"
import { fold, grams } from "#kernel/text.ts"
import type { Work } from "#kernel/transaction.ts"

// One index for everything public. Characters are folded when indexing and when asking.

export type SearchDocument = {
  readonly kind: string
  readonly id: string
  readonly title: string
  /** Everything it should be found by: names, kana, places, texts. */
  readonly texts: readonly (string | null | undefined)[]
}

export const indexDocument = (work: Work, document: SearchDocument): Promise<void> =>
  indexDocuments(work, [document])

/** Many documents in few statements. */
export const indexDocuments = async (work: Work, documents: readonly SearchDocument[]): Promise<void> => {
  for (let at = 0; at < documents.length; at += mostDocuments)
    await work.tx
      .insertInto("searchDocuments")
      .values(documents.slice(at, at + mostDocuments).map(rowOf))
      .onConflict((conflict) =>
        conflict.columns(["kind", "id"]).doUpdateSet((eb) => ({
          title: eb.ref("excluded.title"),
          folded: eb.ref("excluded.folded"),
          grams: eb.ref("excluded.grams"),
        })),
      )
      .execute()
}

const mostDocuments = 500

const rowOf = (document: SearchDocument) => {
  const folded = [document.title, ...document.texts]
    .filter((text) => text)
    .map((text) => fold(text ?? ""))
    .join(" ")
  return { kind: document.kind, id: document.id, title: document.title, folded, grams: grams(folded) }
}

export const removeDocument = (work: Work, kind: string, id: string): Promise<void> =>
  removeDocuments(work, kind, [id])

export const removeDocuments = async (work: Work, kind: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await work.tx
    .deleteFrom("searchDocuments")
    .where("kind", "=", kind)
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .execute()
}

/** The words of a question, folded; at most ten count. Signs alone are no words. */
export const searchWords = (question: string): string[] =>
  fold(question.slice(0, 200))
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, 10)

/** `id in (…)` of documents of a kind that hold every word, in any order; null when nothing is asked. */
export const matching = (
  kind: string,
  question: string,
  id: RawBuilder<string>,
): RawBuilder<boolean> | null => {
  const words = searchWords(question)
  if (words.length === 0) return null
  const pieces = grams(words.join(" "))
  const holds = words.map((word) => sql`folded like ${`%${word}%`}`)
  return sql<boolean>`${id} in (select id from search_documents where kind = ${kind}
    and grams @> ${pieces}::text[] and ${sql.join(holds, sql` and `)})`
}

/** As `matching`, but every word must stand in the title; for answers while somebody types, so it stops early. */
export const titled = (
  kind: string,
  question: string,
  id: RawBuilder<string>,
): RawBuilder<boolean> | null => {
  const words = searchWords(question)
  const pieces = grams(words.join(" "))
  if (pieces.length === 0) return null
  const holds = words.map((word) => sql`title_folded like ${`%${word}%`}`)
  return sql<boolean>`${id} in (select id
    from (select id, left(folded, length(title)) as title_folded from search_documents
      where kind = ${kind} and grams @> ${pieces}::text[] limit 400) as nearest
    where ${sql.join(holds, sql` and `)})`
}
