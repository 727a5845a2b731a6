import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { diagram, policyTable, type Workflow } from "#kernel/workflow.ts"
import { isTest, root, sources } from "./sources.ts"

export type AnyWorkflow = Workflow<string, string, string>

const isWorkflow = (value: unknown): value is AnyWorkflow =>
  typeof value === "object" &&
  value !== null &&
  ["name", "initial", "states", "events"].every((key) => key in value)

/** What stands between the markers of a workflow in its module's README. */
export const workflowBlock = (flow: AnyWorkflow): string =>
  ["", "```mermaid", diagram(flow), "```", "", policyTable(flow), ""].join("\n")

const markers = /<!-- workflow:([\w-]+) -->([\s\S]*?)<!-- \/workflow:\1 -->/g

export const workflowBlocks = (readme: string): ReadonlyMap<string, string> =>
  new Map([...readme.matchAll(markers)].map(([, name = "", block = ""]) => [name, block]))

/** A README with its blocks as the declarations have them. */
export const withWorkflows = (readme: string, flows: readonly AnyWorkflow[]): string =>
  readme.replaceAll(markers, (whole, name: string) => {
    const flow = flows.find((each) => each.name === name)
    return flow ? `<!-- workflow:${name} -->\n${workflowBlock(flow)}\n<!-- /workflow:${name} -->` : whole
  })

/** A README as it was written by hand. */
export const withoutWorkflows = (readme: string): string => readme.replaceAll(markers, "")

/** Without what a formatter may change: blank lines, and blanks and dashes that make the columns of a table even. */
export const unformatted = (text: string): string =>
  text
    .split("\n")
    .map((line) =>
      line.startsWith("|") ? line.replaceAll(/\s*\|\s*/g, "|").replaceAll(/-{3,}/g, "---") : line,
    )
    .filter((line) => line.trim() !== "")
    .join("\n")

/** The workflows that the schema of a module declares. */
export const workflowsOf = async (module: string): Promise<AnyWorkflow[]> => {
  const files = sources(`src/modules/${module}/schema.ts`, `src/modules/${module}/schema/**/*.ts`)
  const declaring = files.filter(({ path, text }) => !isTest(path) && text.includes("= workflow("))
  const loaded = await Promise.all(declaring.map(({ path }) => load(path)))
  return loaded.flatMap((exports) => Object.values(exports)).filter(isWorkflow)
}

const load = (path: string): Promise<object> =>
  import(/* @vite-ignore */ pathToFileURL(join(root, path)).href) as Promise<object>
