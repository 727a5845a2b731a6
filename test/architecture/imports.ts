import { existsSync } from "node:fs"
import { join, posix } from "node:path"
import { root, type Source } from "./sources.ts"

const specifiers = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g

/** The files of the repository that a source imports, types included. */
export const importsOf = ({ path, text }: Source): string[] =>
  [...text.matchAll(specifiers)].flatMap(([, specifier = ""]) => resolve(path, specifier))

const aliases: readonly (readonly [RegExp, string])[] = [
  [/^#jsx(\/.*)?$/, "src/web/jsx/index.ts"],
  [/^#modules\/([a-z-]+)$/, "src/modules/$1/index.ts"],
  [/^#(kernel|web|cities)\//, "src/$1/"],
  [/^#test\//, "test/"],
]

const resolve = (from: string, specifier: string): string[] => {
  const alias = aliases.find(([pattern]) => pattern.test(specifier))
  if (alias) return there(specifier.replace(...alias))
  return specifier.startsWith(".") ? there(posix.join(posix.dirname(from), specifier)) : []
}

const there = (path: string): string[] => (existsSync(join(root, path)) ? [path] : [])

/** Everything that is reached from some files by imports. */
export const reachedFrom = (entries: readonly string[], all: readonly Source[]): ReadonlySet<string> => {
  const byPath = new Map(all.map((source) => [source.path, source]))
  const reached = new Set(entries)
  for (const path of reached) {
    const source = byPath.get(path)
    if (source) for (const next of importsOf(source)) reached.add(next)
  }
  return reached
}
