import { execFile } from "node:child_process"
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { root } from "../architecture/sources.ts"

// Two trees that look like this repository, made of links to it, with mistakes in one and their mended twins in the
// other. They stand in the temp folder: test runs side by side do not meet, and nothing is left in the repository.

export type Placed = { readonly fixture: string; readonly path: string }
export type Side = "red" | "green"
export type Mirror = {
  readonly folder: string
  readonly files: Readonly<Record<Side, readonly string[]>>
  readonly remove: () => void
}
export type Finding = { readonly tool: "linter" | "compiler"; readonly file: string; readonly text: string }

const linked = ["node_modules", "test"]
const copied = ["package.json", "oxlint.config.ts", "tsconfig.json"]

export const buildMirror = (placed: Readonly<Record<Side, readonly Placed[]>>): Mirror => {
  const folder = mkdtempSync(join(tmpdir(), "enishi-canaries-"))
  for (const side of ["red", "green"] as const) {
    const tree = join(folder, side)
    mkdirSync(tree)
    for (const name of linked) symlinkSync(join(root, name), join(tree, name))
    for (const name of copied) copyFileSync(join(root, name), join(tree, name))
    for (const { fixture, path } of placed[side]) {
      openFolder(tree, dirname(path))
      copyFileSync(join(root, "test/canaries", fixture), join(tree, path))
    }
  }
  const files = {
    red: placed.red.map(({ path }) => path),
    green: placed.green.map(({ path }) => path),
  }
  return { folder, files, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Makes a folder of the tree a real one, in which every name but those added is a link into the repository. */
const openFolder = (tree: string, path: string): void => {
  if (path === ".") return
  openFolder(tree, dirname(path))
  const mirrored = join(tree, path)
  const found = lstatSync(mirrored, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found) unlinkSync(mirrored)
  mkdirSync(mirrored)
  const real = join(root, path)
  if (!existsSync(real)) return
  for (const name of readdirSync(real)) symlinkSync(join(real, name), join(mirrored, name))
}

/** Both trees in one run of the compiler, with the settings of the repository. */
export const runCompiler = async ({ folder, files }: Mirror): Promise<Finding[]> => {
  const settings = {
    extends: "./red/tsconfig.json",
    compilerOptions: {
      incremental: false,
      tsBuildInfoFile: null,
      typeRoots: [join(root, "node_modules/@types")],
    },
    include: [],
    exclude: [],
    files: [
      join(root, "src/i18next.d.ts"),
      ...(["red", "green"] as const).flatMap((side) => files[side].map((path) => `${side}/${path}`)),
    ],
  }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings))
  const output = await run(join(root, "node_modules/.bin/tsc"), ["-p", ".", "--pretty", "false"], folder)
  return [...output.matchAll(/^((?:red|green)\/[^(]+)\(\d+,\d+\): (.*)$/gm)].map(
    ([, file = "", text = ""]) => ({
      tool: "compiler",
      file,
      text,
    }),
  )
}

export const runLinter = async ({ folder, files }: Mirror, side: Side): Promise<Finding[]> => {
  const words = ["--type-aware", "--format", "json", ...files[side]]
  const output = await run(join(root, "node_modules/.bin/oxlint"), words, join(folder, side))
  const { diagnostics, number_of_files: seen } = JSON.parse(output) as {
    diagnostics: { code: string; filename: string; message: string }[]
    number_of_files: number
  }
  if (seen !== files[side].length) throw new Error(`the linter saw ${seen} of ${files[side].length} files`)
  return diagnostics.map(({ code, filename, message }) => ({
    tool: "linter",
    file: `${side}/${filename}`,
    text: `${code} ${message}`,
  }))
}

/** What a tool prints, whether it found something or not. */
const run = (program: string, words: readonly string[], cwd: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(program, words, { cwd, maxBuffer: 2 ** 25 }, (error, stdout, stderr) =>
      resolve(stdout || stderr || (error?.message ?? "")),
    )
  })
