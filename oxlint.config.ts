import { readFileSync } from "node:fs"
import { join } from "node:path"
import { defineConfig, type OxlintOverride } from "oxlint"
import { modulesInOrder } from "./test/architecture/modules-in-order.ts"

// The rules of the house that a linter can see. What it cannot see stands in test/architecture.test.ts; that each rule
// bites is shown in test/canaries.test.ts. An override replaces a rule as a whole, so every list below is complete.

type Ban = { readonly regex: string; readonly message: string }

const climbing: Ban = {
  regex: "^\\.\\./",
  message: "No climbing: use ./ or an alias (#kernel/, #web/, #cities/, #modules/).",
}
const climbingOut: Ban = {
  regex: "^\\.\\./\\.\\./",
  message: "One step up, to the module's own files, and no further.",
}
const deep: Ban = {
  regex: "^#modules/[^/]+/|/modules/|module\\.ts$",
  message:
    "Another module is reached by its front door: #modules/NAME. Only src/modules.ts imports module.ts files.",
}
const anyModule: Ban = { regex: "^#modules/", message: "The kernel, the web and the cities know no module." }
const web: Ban = { regex: "^#(web/|jsx)", message: "The kernel knows no HTTP and no HTML." }
const cities: Ban = { regex: "^#cities/", message: "A city is data that is handed in." }
const hono: Ban = {
  regex: "^(@hono/.*|hono(/.*)?)$",
  message: "HTTP stays in src/web, app.ts and public.tsx, my.tsx, staff.tsx, api.ts of a module.",
}
const queries: Ban = {
  regex: "^kysely(/.*)?$|^#kernel/database/",
  message: "Pages and views get plain data: read it in queries.ts.",
}
const betterAuth: Ban = {
  regex: "^(@better-auth/.*|better-auth(/.*)?)$",
  message: "better-auth is confined to modules/accounts/auth.",
}
const tests: Ban = { regex: "^#test/", message: "Only tests use what is made for tests." }
const environment: Ban = {
  regex: "^(node:)?process$",
  message: "Only src/config.ts reads the environment.",
}

const restricted = (...bans: readonly Ban[]) =>
  ["error", { patterns: bans.map(({ regex, message }) => ({ regex, message })) }] as const

const override = (
  files: string[],
  rules: NonNullable<OxlintOverride["rules"]>,
  excludeFiles: string[] = [],
): OxlintOverride => ({ files, rules, excludeFiles })

const layer = (files: string[], ...bans: readonly Ban[]): OxlintOverride =>
  override(files, { "no-restricted-imports": [...restricted(...always, ...bans)] })

const always = [environment, betterAuth, tests]

const order = (names: readonly string[], own: string): Ban => {
  const others = names.slice(names.indexOf(own))
  return {
    regex: `^#modules/(${others.join("|")})$`,
    message: `${own} uses the front doors of modules before it in src/modules.ts, and ./ for its own files.`,
  }
}

/** Where a module meets HTTP, and where it is drawn. */
const surfaces = ["public", "my", "staff", "api"]

const moduleLayers = (names: readonly string[], own: string): OxlintOverride[] => {
  const folder = `src/modules/${own}`
  const later = order(names, own)
  const routes = surfaces.flatMap((name) => [`${folder}/${name}.ts`, `${folder}/${name}.tsx`])
  const routeFolders = surfaces.map((name) => `${folder}/${name}/**`)
  return [
    layer([`${folder}/*`], climbing, deep, later, hono),
    layer([`${folder}/*/**`], climbingOut, deep, later, hono),
    layer([`${folder}/*.tsx`], climbing, deep, later, hono, queries),
    layer([`${folder}/*/**/*.tsx`, `${folder}/views/**`], climbingOut, deep, later, hono, queries),
    layer(routes, climbing, deep, later, queries),
    layer(routeFolders, climbingOut, deep, later, queries),
    testLayer([`${folder}/*.test.*`], climbing, deep, later),
    testLayer([`${folder}/*/**/*.test.*`], climbingOut, deep, later),
  ]
}

const testLayer = (files: string[], ...bans: readonly Ban[]): OxlintOverride =>
  override(files, { "no-restricted-imports": [...restricted(...bans)] })

const names = modulesInOrder(readFileSync(join(import.meta.dirname, "src/modules.ts"), "utf8"))

const builders = ["selectFrom", "insertInto", "updateTable", "deleteFrom", "mergeInto", "executeQuery"]
const noBuilders = builders.map((property) => ({ property, message: queries.message }))
const noEnvironment = { object: "process", property: "env", message: environment.message }

export default defineConfig({
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "jsx-a11y", "promise", "vitest"],
  categories: { correctness: "error" },
  options: { typeAware: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["**/*.generated.ts", "test/canaries/{red,green}/**", "dist/**"],
  rules: {
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/await-thenable": "error",
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "typescript/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
    // Kysely hands its functions out to be taken apart; strings are spread to count letters, lists to stay on a line.
    "typescript/unbound-method": "off",
    "unicorn/no-useless-spread": "off",
    "typescript/no-misused-spread": ["error", { allow: ["string"] }],
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "import/no-cycle": ["error", { ignoreTypes: true }],
    "import/no-default-export": "error",
    "import/no-duplicates": "error",
    "no-var": "error",
    "prefer-const": "error",
    eqeqeq: ["error", "always", { null: "ignore" }],
    "no-console": "error",
    "no-alert": "error",
    "no-restricted-globals": ["error", "event", "name", "status"],
    "max-lines": ["error", { max: 400 }],
    "max-depth": ["error", { max: 3 }],
    "max-params": ["error", { max: 5 }],
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
    "vitest/no-conditional-expect": "off",
    // A scrolling table must be reachable by keyboard; the strict JSX types see to `alt`; axe sees the whole page.
    "jsx-a11y/no-noninteractive-tabindex": "off",
    "jsx-a11y/alt-text": "off",
    "jsx-a11y/prefer-tag-over-role": "off",
  },
  overrides: [
    override(["src/**"], { "no-restricted-properties": ["error", noEnvironment] }, ["src/config.ts"]),
    override(["src/**/*.tsx", "src/modules/*/{views,public,my,staff}/**"], {
      "no-restricted-properties": ["error", noEnvironment, ...noBuilders],
    }),
    override(["src/**/*.test.*", "test/**", "bench/**", "bin/**"], {
      "no-restricted-properties": "off",
      "no-console": "off",
      "typescript/no-non-null-assertion": "off",
      "typescript/no-misused-spread": "off",
    }),
    override(["test/support/global-setup.ts"], { "import/no-default-export": "off" }),
    override(["src/cities/**"], { "max-params": "off" }),
    layer(["src/*.ts"], climbing, deep, hono),
    layer(["src/app.ts"], climbing, deep),
    override(["src/config.ts"], { "no-restricted-imports": [...restricted(betterAuth, tests, deep)] }),
    layer(["src/modules.ts", "src/i18next.d.ts"], climbing),
    layer(["src/cli/**"], climbingOut, deep, hono),
    layer(["src/cities/*"], climbing, anyModule, web, hono, queries),
    layer(["src/cities/*/**"], climbingOut, anyModule, web, hono, queries),
    layer(["src/kernel/**"], climbing, anyModule, web, cities, hono),
    layer(["src/web/**"], climbing, anyModule, cities),
    layer(["src/web/**/*.tsx"], climbing, anyModule, cities, queries),
    testLayer(["src/kernel/**/*.test.*"], climbing, anyModule, web, hono),
    testLayer(["src/web/**/*.test.*"], climbing, anyModule),
    testLayer(["src/*.test.*", "src/cli/**/*.test.*", "src/cities/**/*.test.*"], climbingOut, deep),
    ...names.flatMap((name) => moduleLayers(names, name)),
    override(["src/modules/accounts/auth.ts", "src/modules/accounts/auth/**"], {
      "no-restricted-imports": [
        ...restricted(environment, tests, climbingOut, deep, hono, order(names, "accounts")),
      ],
    }),
  ],
})
