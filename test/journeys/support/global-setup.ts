import type { TestProject } from "vitest/node"
import { findChromium } from "./chromium.ts"
import { removeFolder, temporaryFolder } from "./folders.ts"
import { runEnishi, startProgram } from "./running.ts"

declare module "vitest" {
  export interface ProvidedContext {
    chromium: string
    demoWorld: string
  }
}

/** Builds once, finds a browser, and makes the demo world that each test file copies. */
export const setup = async (project: TestProject): Promise<() => void> => {
  const built = await runEnishi(["--help"])
  if (built.code !== 0) throw new Error(`the program cannot be built:\n${built.stderr}`)
  const demoWorld = temporaryFolder()
  const running = await startProgram({ dataDir: demoWorld })
  await running.stop()
  project.provide("demoWorld", demoWorld)
  project.provide("chromium", await findChromium())
  return () => removeFolder(demoWorld)
}
