import { importsOf } from "../architecture/imports.ts"
import { program, withoutComments, type Source } from "../architecture/sources.ts"

/** A key as a source writes it. Where it is put together from values, `pattern` stands for all that it can become. */
export type UsedKey = { readonly path: string; readonly key: string; readonly pattern: RegExp }

/** The keys of these namespaces that a source names. */
export const usedKeys = ({ path, text }: Source, namespaces: readonly string[]): UsedKey[] => {
  const key = new RegExp(`["'\`]((?:${namespaces.join("|")}):[\\w](?:[\\w.-]|\\$\\{[^{}]*\\})+)["'\`]`, "g")
  return [...withoutComments(text).matchAll(key)].map(([, written = ""]) => ({
    path,
    key: written,
    pattern: new RegExp(`^${written.replaceAll(".", "\\.").replaceAll(/\$\{[^{}]*\}/g, "[\\w.-]+")}$`),
  }))
}

const entry = /^src\/modules\/[^/]+\/public(\.tsx|\/)|^src\/web\/layout\/public\.tsx$|^src\/web\/errors\.tsx$/
const drawn = /^src\/modules\/[^/]+\/(public|views)\/.*\.tsx?$|^src\/web\/(ui|layout)\/.*\.tsx$/
const office = /\/layout\/(my|staff)\.tsx$|\/ui\/gallery/

/** The sources that draw public pages: their files, and the views and parts that these use. */
export const publicSources = (): Source[] => {
  const all = new Map(program().map((source) => [source.path, source]))
  const reached = new Set([...all.keys()].filter((path) => entry.test(path)))
  for (const path of reached) {
    const source = all.get(path)
    const next = source ? importsOf(source) : []
    for (const each of next) if (drawn.test(each) && !office.test(each)) reached.add(each)
  }
  return [...reached].flatMap((path) => all.get(path) ?? [])
}
