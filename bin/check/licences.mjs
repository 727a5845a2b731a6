// What is given to others together with the program may carry no licence that would reach for the program itself.
import { readFileSync } from "node:fs"
import { join } from "node:path"

const refused = /\b(A?GPL|SSPL|BUSL|CC-BY-NC)/
const linked = /\bLGPL/
// Linked dynamically and named in NOTICE.
const allowedLinked = /node_modules\/@img\/sharp-/

export function checkLicences(root) {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))
  const production = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev)
  const faults = production.flatMap(([path, { license }]) => faultOf(path, license ?? ownWord(root, path)))
  return {
    passed: faults.length > 0 ? 0 : 1,
    failed: faults.length > 0 ? 1 : 0,
    note: `${production.length} packages`,
    output: faults.join("\n"),
  }
}

export function faultOf(path, licence) {
  if (!licence) return [`${path} states no licence`]
  const choices = licence.replaceAll(/[()]/g, "").split(/\s+OR\s+/)
  if (choices.every((choice) => refused.test(choice))) return [`${path} is under ${licence}`]
  if (choices.every((choice) => linked.test(choice)) && !allowedLinked.test(path))
    return [`${path} is under ${licence}`]
  return []
}

function ownWord(root, path) {
  try {
    const { license } = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8"))
    return typeof license === "string" ? license : license?.type
  } catch {
    return undefined
  }
}
