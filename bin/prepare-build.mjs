// Finds the build that belongs to the sources as they are, or makes it: dist/<hash of the sources>/.
import { createHash } from "node:crypto"
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs"
import { join } from "node:path"

const sources = ["src", "db", "package.json", "package-lock.json", "bin/build.mjs"]
const kept = 3
const day = 86_400_000

export async function prepareBuild(root) {
  const dist = join(root, "dist")
  const folder = join(dist, hashOfSources(root))
  if (existsSync(join(folder, "main.js"))) return used(folder)
  process.stderr.write("えにしを組み立てています / Building Enishi …\n")
  const made = join(dist, `${unfinished}${process.pid}`)
  rmSync(made, { recursive: true, force: true })
  mkdirSync(made, { recursive: true })
  const { build } = await import("./build.mjs")
  await build(made).catch((error) => {
    rmSync(made, { recursive: true, force: true })
    throw error
  })
  moveTo(made, folder)
  prune(dist, folder)
  return folder
}

const unfinished = "unfinished-"

// Tests are no part of the program: a change in them must not cost a build.
function hashOfSources(root) {
  const hash = createHash("sha256")
  for (const path of sources.flatMap((source) => filesOf(join(root, source)))) {
    hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0")
  }
  return hash.digest("hex").slice(0, 16)
}

function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

// Two processes may build the same at once: what one has finished serves both.
function moveTo(made, folder) {
  try {
    renameSync(made, folder)
  } catch (error) {
    rmSync(made, { recursive: true, force: true })
    if (!existsSync(join(folder, "main.js"))) throw error
  }
}

// A program still running reads its pages' assets from its own build: the last few stay.
function prune(dist, current) {
  const folders = readdirSync(dist)
    .map((name) => ({ name, path: join(dist, name), at: statSync(join(dist, name)).mtimeMs }))
    .filter(({ path }) => path !== current)
    .toSorted((one, other) => other.at - one.at)
  const old = folders.filter(({ name }) => /^[0-9a-f]{16}$/.test(name)).slice(kept - 1)
  const left = folders.filter(({ name, at }) => name.startsWith(unfinished) && Date.now() - at > day)
  for (const { path } of [...old, ...left]) rmSync(path, { recursive: true, force: true })
}

function used(folder) {
  try {
    utimesSync(folder, new Date(), new Date())
  } catch {
    // Somebody else's folder: only the order of pruning suffers.
  }
  return folder
}
