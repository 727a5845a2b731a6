// Writes the diagram and the table of every workflow into the README of its module, between the markers.
// test/architecture.test.ts compares them.
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import "./source-hooks.mjs"

const { paths, read, root } = await import("../test/architecture/sources.ts")
const { modulesInOrder } = await import("../test/architecture/modules-in-order.ts")
const { unformatted, withWorkflows, workflowsOf } = await import("../test/architecture/workflows.ts")

for (const module of modulesInOrder(read("src/modules.ts"))) {
  for (const path of paths(`src/modules/${module}/README.md`)) {
    const before = read(path)
    const after = withWorkflows(before, await workflowsOf(module))
    if (unformatted(before) === unformatted(after)) continue
    writeFileSync(join(root, path), after)
    console.error(`written: ${path}`)
  }
}
