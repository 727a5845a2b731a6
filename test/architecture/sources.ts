import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"

export const root = join(import.meta.dirname, "../..")

export type Source = { readonly path: string; readonly text: string }

/** Files of the repository by pattern, in order, with `/` between folders. */
export const paths = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted()

export const read = (path: string): string => readFileSync(join(root, path), "utf8")

export const sources = (...patterns: string[]): Source[] =>
  paths(...patterns).map((path) => ({ path, text: read(path) }))

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** What runs: the program without its tests and without what was generated. */
export const program = (): Source[] =>
  sources("src/**/*.ts", "src/**/*.tsx").filter(
    ({ path }) => !isTest(path) && !path.endsWith(".generated.ts") && !path.endsWith(".d.ts"),
  )

/** The text without its comments; a `//` inside an address in quotes stays. */
export const withoutComments = (text: string): string =>
  text.replaceAll(/(["'`])(?:\\.|(?!\1)[^\\])*\1|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (piece) =>
    piece.startsWith("/") ? "" : piece,
  )
