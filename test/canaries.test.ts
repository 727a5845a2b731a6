import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { badlyNamed, misnamed, wrongClasses } from "./architecture/names.ts"
import { read } from "./architecture/sources.ts"
import { foreignTables, tableOwners } from "./architecture/tables.ts"
import { canaries } from "./canaries/canaries.ts"
import { buildMirror, type Finding, type Mirror, runCompiler, runLinter } from "./canaries/mirror.ts"

// Acceptance 4: each mistake is fed to the real tool with the real settings and must be reported; its mended twin must
// pass. The mistakes are placed in copies of the tree, so that rules about places see them where they would stand.

let mirror: Mirror
let findings: readonly Finding[] = []

beforeAll(async () => {
  mirror = buildMirror({ red: canaries.map(({ red }) => red), green: canaries.map(({ green }) => green) })
  findings = (
    await Promise.all([runCompiler(mirror), runLinter(mirror, "red"), runLinter(mirror, "green")])
  ).flat()
})
afterAll(() => mirror.remove())

const about = (side: "red" | "green", path: string) =>
  findings.filter(({ file }) => file === `${side}/${path}`)
const say = ({ tool, text }: Finding) => `${tool}: ${text}`

describe("acceptance 4: canaries of the compiler and the linter", () => {
  test.each(canaries)("$name is reported", ({ tool: asked, says, red }) => {
    const said = about("red", red.path).filter(({ tool }) => tool === asked)
    expect(said.map(say).join("\n")).toMatch(says)
  })

  test.each(canaries)("$name, mended, is accepted", ({ green }) => {
    expect(about("green", green.path).map(say)).toEqual([])
  })
})

describe("acceptance 4: canaries of the architecture test", () => {
  const owners = tableOwners()
  const path = "src/modules/organisations/commands/count.ts"
  const canary = (side: string, name: string) => read(`test/canaries/${side}/${name}`)

  test("another module's table named in SQL is reported; its own is accepted", () => {
    expect(foreignTables({ path, text: canary("red", "foreign-table.ts") }, owners)).toEqual([
      { path, table: "bodies", how: "reads" },
    ])
    expect(foreignTables({ path, text: canary("green", "foreign-table.ts") }, owners)).toEqual([])
  })

  test("a table written by another, also by one that may read it, is reported", () => {
    const source = (table: string, at: string) => ({ path: at, text: `tx.deleteFrom("${table}")` })
    expect(
      foreignTables(source("accountSessions", "src/modules/accounts/commands/end.ts"), owners),
    ).toHaveLength(1)
    expect(foreignTables(source("figureEvents", "src/modules/statistics/queries.ts"), owners)).toHaveLength(1)
    expect(foreignTables(source("accountSessions", "src/modules/accounts/auth/sessions.ts"), owners)).toEqual(
      [],
    )
  })

  test("a class that is neither an error nor an element is reported", () => {
    expect(wrongClasses(canary("red", "wrong-class.ts"))).toEqual(["AreaManager"])
    expect(wrongClasses(canary("green", "wrong-class.ts"))).toEqual([])
  })

  test.each([
    ["src/modules/organisations/helpers.ts", "src/modules/organisations/queries.ts"],
    ["src/modules/organisations/auth.ts", "src/modules/accounts/auth.ts"],
    ["src/modules/organisations/commands/index.ts", "src/modules/organisations/commands/apply.ts"],
    ["src/modules/organisations/queries.tsx", "src/modules/organisations/public.tsx"],
    ["src/modules/organisations/messages/fr.json", "src/modules/organisations/messages/en.json"],
    ["src/modules/organisations/pages/one.tsx", "src/modules/organisations/views/one.tsx"],
  ])("%s is misnamed, %s is not", (wrong, right) => {
    expect(misnamed(wrong)).toBeTypeOf("string")
    expect(misnamed(right)).toBeUndefined()
  })

  test.each([
    ["src/kernel/utils.ts", "src/kernel/text.ts"],
    ["src/web/lib/a.ts", "src/web/ui/a.ts"],
    ["src/web/PageCache.ts", "src/web/page-cache.ts"],
    ["src/web/account-service.ts", "src/web/accounts.ts"],
  ])("%s says nothing, %s does", (wrong, right) => {
    expect(badlyNamed(wrong)).toBeTypeOf("string")
    expect(badlyNamed(right)).toBeUndefined()
  })
})
