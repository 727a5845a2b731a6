// Installs what is missing, before anything else runs. Plain CommonJS without dependencies: on a fresh machine it is
// run by whatever Node is there. When nothing is to be done it says nothing and takes a few milliseconds.
"use strict"
const { spawnSync } = require("node:child_process")
const { createHash } = require("node:crypto")
const { existsSync, readFileSync, writeFileSync } = require("node:fs")
const { basename, join } = require("node:path")

const oldest = [20, 19]
const root = join(__dirname, "..")
const modules = join(root, "node_modules")
const stamp = join(modules, ".enishi-installed")
const platform = `${process.platform}-${process.arch}`

// To run, the packages for development may be left out (`npm ci --omit=dev`); to test, they may not.
const runOnly = ["prestart", "preenishi"].includes(process.env.npm_lifecycle_event)

refuseOldNode()
if (!isStamped() && !stampIfComplete()) install()

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  stop(
    `えにしには Node.js ${oldest.join(".")} 以降が必要です（いまは ${process.versions.node}）。`,
    `Enishi needs Node.js ${oldest.join(".")} or newer (this is ${process.versions.node}).`,
  )
}

function isStamped() {
  const [hash, extent] = read(stamp).split(" ")
  return hash === wanted() && (extent === "all" || runOnly)
}

function wanted() {
  const hash = createHash("sha256").update(platform)
  for (const file of ["package-lock.json", "package.json"]) hash.update(read(join(root, file)))
  return hash.digest("hex")
}

// Packages that somebody installed by hand are as good as ours.
function stampIfComplete() {
  const extent = isComplete(false) ? "all" : runOnly && isComplete(true) ? "run" : undefined
  if (extent) mark(extent)
  return extent !== undefined
}

// npm keeps a second lock file inside node_modules, written last: what it lists is there.
function isComplete(withoutDev) {
  const there = packagesOf(join(modules, ".package-lock.json"))
  const listed = packagesOf(join(root, "package-lock.json"))
  if (!there || !listed) return false
  const needed = Object.entries(listed).filter(([path, entry]) => path !== "" && isNeeded(entry, withoutDev))
  return needed.every(([path, entry]) => there[path] && there[path].version === entry.version)
}

// An optional package is needed when it is the one for this machine.
function isNeeded(entry, withoutDev) {
  if (withoutDev && (entry.dev || entry.devOptional || entry.peer)) return false
  if (!entry.optional && !entry.os) return true
  return (
    Boolean(entry.os && entry.cpu) &&
    fits(entry.os, process.platform) &&
    fits(entry.cpu, process.arch) &&
    !entry.libc
  )
}

function fits(list, mine) {
  return [].concat(list).includes(mine)
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages
  } catch {
    return undefined
  }
}

function install() {
  say(
    "必要なパッケージを取り込んでいます（初回は数分かかることがあります） / Installing packages, the first time may take minutes …",
  )
  const begun = Date.now()
  // `npm ci` refuses when the registry lacks a package for some other platform; `npm install` does not mind.
  if (!npm("ci") && !npm("install")) {
    stop(
      "パッケージを取り込めませんでした。上のメッセージとネットワークを確かめて、もう一度お試しください。",
      "The packages could not be installed. See the message above, check the network, and try again.",
    )
  }
  mark(runOnly && !isComplete(false) ? "run" : "all")
  say(`パッケージの用意ができました / Packages are ready (${Math.round((Date.now() - begun) / 1000)} s).`)
}

function npm(command) {
  const words = [command, "--loglevel=error", "--prefer-offline", "--include=optional"]
  if (!runOnly) words.push("--include=dev")
  const cli = process.env.npm_execpath || ""
  const known = basename(cli) === "npm-cli.js" && existsSync(cli)
  const program = known ? process.execPath : process.platform === "win32" ? "npm.cmd" : "npm"
  // What npm says goes to the error stream: the output belongs to the command that follows.
  const options = { cwd: root, stdio: ["ignore", 2, 2], shell: !known && process.platform === "win32" }
  return spawnSync(program, known ? [cli, ...words] : words, options).status === 0
}

function mark(extent) {
  try {
    writeFileSync(stamp, `${wanted()} ${extent}`)
  } catch {
    // A node_modules that may not be written to only means that the next start looks again.
  }
}

function read(file) {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return ""
  }
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function stop(...lines) {
  for (const line of lines) say(line)
  process.exit(1)
}
