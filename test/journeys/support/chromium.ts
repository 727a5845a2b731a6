import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { root } from "./running.ts"

const systemOnes = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

/** CHROMIUM_PATH, else one of the system, else the one from npm. */
export const findChromium = async (): Promise<string> => {
  const given = process.env["CHROMIUM_PATH"]
  if (given) return given
  return systemOnes.find((path) => existsSync(path)) ?? fromPackage()
}

// The package unpacks into the temp folder and takes any file called `chromium` that it finds there, whatever its
// version and owner: it gets a folder of its own, named after the version, that appears only when it is whole.
const fromPackage = async (): Promise<string> => {
  const packaged = join(root, "node_modules/@sparticuz/chromium")
  const { version } = JSON.parse(readFileSync(join(packaged, "package.json"), "utf8")) as { version: string }
  const folder = join(root, "node_modules/.cache", `chromium-${version}`)
  const path = join(folder, "chromium")
  if (existsSync(path)) return path
  const unfinished = `${folder}.unfinished-${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const before = process.env["TMPDIR"]
  process.env["TMPDIR"] = unfinished
  try {
    const { default: chromium } = await import("@sparticuz/chromium")
    await chromium.executablePath()
  } finally {
    if (before === undefined) delete process.env["TMPDIR"]
    else process.env["TMPDIR"] = before
  }
  return moveTo(unfinished, folder, path)
}

const moveTo = (unfinished: string, folder: string, path: string): string => {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(path)) throw error
  }
  return path
}
