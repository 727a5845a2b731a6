import { describe, expect, test } from "vitest"
import { reachedFrom } from "./architecture/imports.ts"
import { badlyNamed, doubled, misnamed, wrongClasses } from "./architecture/names.ts"
import { modulesInOrder } from "./architecture/modules-in-order.ts"
import { ruleIds, testNames, uncited } from "./architecture/rule-ids.ts"
import { paths, program, read, sources } from "./architecture/sources.ts"
import { foreignTables, tableOwners, tablesNamed } from "./architecture/tables.ts"
import {
  unformatted,
  withoutWorkflows,
  withWorkflows,
  workflowBlocks,
  workflowsOf,
} from "./architecture/workflows.ts"

// What the linter cannot see. That these checks bite is shown below and in canaries.test.ts.

const modules = modulesInOrder(read("src/modules.ts"))
const inModules = paths("src/modules/**/*.*")
const tests = sources("src/**/*.test.ts", "src/**/*.test.tsx", "test/**/*.ts", "test/**/*.tsx")

describe("house §2: the tree", () => {
  test("every module is one folder and stands in src/modules.ts, once", () => {
    const folders = [...new Set(inModules.map((path) => path.split("/")[2] ?? ""))]
    expect(modules.toSorted()).toEqual(folders.toSorted())
  })

  test.each(modules)("%s has a README, a manifest and a front door of re-exports", (module) => {
    const own = new Set(inModules)
    for (const name of ["README.md", "module.ts", "index.ts"])
      expect(own, name).toContain(`src/modules/${module}/${name}`)
    // What is drawn from a declaration is as long as the declaration; sixty lines are for what somebody wrote.
    const readme = withoutWorkflows(read(`src/modules/${module}/README.md`))
    expect(readme.split("\n").length).toBeLessThanOrEqual(61)
    const door = read(`src/modules/${module}/index.ts`)
    const others = door.replaceAll(
      /export (type )?\{[^}]*\} from "\.\/[^"]+"|export \{\}|\/\/.*|\/\*[\s\S]*?\*\//g,
      "",
    )
    expect(others.trim()).toBe("")
  })

  test("no other name stands in a module", () => {
    const wrong = inModules.map((path) => [path, misnamed(path)]).filter(([, why]) => why)
    expect(wrong).toEqual([])
    expect(doubled(inModules)).toEqual([])
  })

  test("files are kebab-case, and no name is an empty word", () => {
    const all = paths("src/**/*.*", "test/**/*.*", "bench/**/*.*", "bin/**/*.*").filter(
      (path) => !/^(test\/pictures\/|bin\/)/.test(path) && !path.endsWith("access.table"),
    )
    expect(all.map((path) => [path, badlyNamed(path)]).filter(([, why]) => why)).toEqual([])
  })

  test("house §7: classes are errors and custom elements", () => {
    const wrong = program().flatMap(({ path, text }) => wrongClasses(text).map((name) => `${path}: ${name}`))
    expect(wrong).toEqual([])
  })
})

describe("house §3: tables", () => {
  const owners = tableOwners()

  test("every table has an owner", () => {
    expect([...owners].filter(([, owner]) => owner.startsWith("nobody"))).toEqual([])
    expect(owners.get("figure_events")).toBe("src/kernel/")
  })

  test("a table is written only by its owner, and others read through its front door", () => {
    expect(program().flatMap((source) => foreignTables(source, owners))).toEqual([])
  })

  test.each([
    ['tx.selectFrom("accounts as a")', "accounts", "reads"],
    ["tx.insertInto('listingAreas')", "listing_areas", "writes"],
    ['tx.updateTable("organisations").set({})', "organisations", "writes"],
    ['tx.selectFrom(["areas", "posts as p"])', "posts", "reads"],
    ['query.innerJoin("contacts as c", "c.id", "o.contactId")', "contacts", "reads"],
    ["sql`delete from occurrences where id = ${id}`", "occurrences", "writes"],
    ["sql`select 1 from areas a,\n posts p where true`", "posts", "reads"],
    ["sql`with gone as (select 1) insert into memberships values (1)`", "memberships", "writes"],
    ['pool.query("select * from imports")', "imports", "reads"],
    ["sql`select 1 from ${sql.table('bodies')}`", "bodies", "reads"],
  ])("%s is seen", (text, table, how) => {
    expect(tablesNamed({ path: "x.ts", text }, owners)).toContainEqual({ path: "x.ts", table, how })
  })

  test("words that are no tables of SQL are not taken for them", () => {
    const text = `// select from accounts
      say("Please select an area from listings")
      const posts = sql\`select 1 as messages from areas\``
    const tables = tablesNamed({ path: "x.ts", text }, owners).map(({ table }) => table)
    expect(tables).toContain("areas")
    expect(tables).not.toContain("accounts")
    expect(tables).not.toContain("posts")
  })
})

describe("house §7: rules and their proof", () => {
  test.each(modules)("every rule that %s keeps is cited by the name of a test", (module) => {
    expect(uncited(read(`src/modules/${module}/README.md`), tests)).toEqual([])
  })

  test("ids and names of tests are found", () => {
    expect(ruleIds("keeps `civic-portal.R3`, activity-publishing.U1 and X12, not README.md or T1")).toEqual([
      "civic-portal.R3",
      "activity-publishing.U1",
      "X12",
    ])
    const text = `test("X1: a", () => {}); test.each([["b", 1]])(
      \`X2: %s\`, async (x) => {}); call("X3"); test("X4", { timeout: 1 }, async () => {})`
    expect(testNames({ path: "x.test.ts", text }).flatMap(ruleIds)).toEqual(["X1", "X2", "X4"])
  })
})

describe("acceptance 7: a workflow is declared once", () => {
  test.each(modules)(
    "the diagrams and tables in the README of %s are those of its declarations",
    async (module) => {
      const flows = await workflowsOf(module)
      const readme = read(`src/modules/${module}/README.md`)
      expect([...workflowBlocks(readme).keys()].toSorted()).toEqual(flows.map(({ name }) => name).toSorted())
      expect(unformatted(readme), "run: node bin/readme-workflows.mjs").toBe(
        unformatted(withWorkflows(readme, flows)),
      )
    },
  )
})

describe("acceptance 3: no kernel part without a user", () => {
  test("every file of the kernel is reached from the program", () => {
    const all = [...program(), ...sources("bin/*.mjs")]
    const reached = reachedFrom(["src/main.ts", ...paths("bin/*.mjs")], all)
    const unused = program().filter(({ path }) => path.startsWith("src/kernel/") && !reached.has(path))
    expect(unused.map(({ path }) => path)).toEqual([])
  })
})
