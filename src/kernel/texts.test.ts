import { expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { newId } from "#kernel/ids.ts"
import { inLanguage, saveText, translationsOf } from "#kernel/texts.ts"
import { reading, working } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"

const world = await testWorld()
const context = world.as(systemActor("test"))
const [one, two] = [newId(), newId()]

const save = (id: string, field: string, lang: "en" | "ja-easy", body: string) =>
  working(context, "test.save", (work) => saveText(work, { kind: "post", id }, field, lang, body))
const translations = (ids: string[], lang: "ja" | "en" | "ja-easy") =>
  reading(context, (tx) => translationsOf(tx, "post", ids, lang))

test("translations are saved, changed and, when emptied, gone, each language for itself", async () => {
  await save(one, "title", "en", "Spring fair")
  await save(one, "what", "en", "Music")
  await save(one, "title", "ja-easy", "はるの まつり")
  await save(two, "title", "en", "Cleaning")
  expect(Object.fromEntries(await translations([one, two], "en"))).toEqual({
    [one]: { title: "Spring fair", what: "Music" },
    [two]: { title: "Cleaning" },
  })
  await save(one, "title", "en", "Summer fair")
  await save(two, "title", "en", "")
  expect(Object.fromEntries(await translations([one, two], "en"))).toEqual({
    [one]: { title: "Summer fair", what: "Music" },
  })
  expect((await translations([one], "ja-easy")).get(one)).toEqual({ title: "はるの まつり" })
})

test("the original needs no translation, and nobody asked for is nobody found", async () => {
  expect((await translations([one], "ja")).size).toBe(0)
  expect((await translations([], "en")).size).toBe(0)
})

test("acceptance 15: a text without translation stays Japanese and says so", () => {
  expect(inLanguage("春の祭り", undefined, "en")).toEqual({ body: "春の祭り", lang: "ja" })
  expect(inLanguage("春の祭り", "Spring fair", "en")).toEqual({ body: "Spring fair", lang: "en" })
})
