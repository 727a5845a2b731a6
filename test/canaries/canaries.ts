import type { Placed } from "./mirror.ts"

export type Canary = {
  readonly name: string
  readonly tool: "compiler" | "linter"
  readonly says: RegExp
  readonly red: Placed
  readonly green: Placed
}

/** Another file that is right, or the folder in which the same file is right. */
type Mended = { readonly file: string } | { readonly in: string }

const module = "src/modules/organisations"
const commands = `${module}/commands`
const views = `${module}/views`
let last = 0

const canary =
  (tool: Canary["tool"], says: RegExp) =>
  (name: string, file: string, folder: string, mended: Mended = { file }): Canary => {
    const fileName = `canary-${++last}.${file.endsWith(".tsx") ? "tsx" : "ts"}`
    const elsewhere = "in" in mended
    return {
      name,
      tool,
      says,
      red: { fixture: `red/${file}`, path: `${folder}/${fileName}` },
      green: {
        fixture: elsewhere ? `red/${file}` : `green/${mended.file}`,
        path: `${elsewhere ? mended.in : folder}/${fileName}`,
      },
    }
  }

const compiler = (says: RegExp) => canary("compiler", says)
const linter = (says: RegExp) => canary("linter", says)
const imports = linter(/no-restricted-imports/)
const properties = linter(/no-restricted-properties/)

export const canaries: readonly Canary[] = [
  compiler(/TS2322.*hrf/)("a misspelt JSX attribute", "jsx-misspelt-attribute.tsx", views),
  compiler(/TS2339.*sectoin/)("an unknown tag", "jsx-unknown-tag.tsx", views),
  compiler(/TS2322.*onClick/)("a handler in the page", "jsx-handler.tsx", views),
  compiler(/TS2786.*Late/)("an asynchronous component", "jsx-async-component.tsx", views),
  linter(/aria-props/)("a misspelt aria attribute", "jsx-misspelt-aria.tsx", views),
  compiler(/TS2345.*requierd/)("a misspelt message key", "misspelt-message-key.ts", views),
  compiler(/TS2307.*#modules\/places\/queries/)("a deep import", "deep-import.ts", commands),
  imports("a deep import, for the linter", "deep-import.ts", commands),
  imports("a deep import by path", "deep-import-by-path.ts", commands),
  imports("an import of a later module", "later-module.ts", commands),
  imports("an import of the module itself", "later-module.ts", "src/modules/statistics/views", {
    in: "src/modules/portal/views",
  }),
  imports("climbing", "climbing.ts", module),
  imports("climbing out of the module", "climbing.ts", commands),
  imports("an import of a manifest", "manifest-import.ts", "src"),
  imports("a query builder in a page", "query-builder-in-page.tsx", module),
  properties("a query built in a view", "query-builder-in-page.tsx", views),
  properties("a query built in a folder of pages", "query-builder-in-page.tsx", `${module}/public`),
  linter(/no-floating-promises/)("a floating promise", "floating-promise.ts", commands),
  properties("the environment read in a module", "environment.ts", commands),
  properties("the environment read beside config.ts", "environment.ts", "src"),
  properties("the environment taken apart", "environment-taken-apart.ts", "src/kernel", {
    file: "environment.ts",
  }),
  imports("the environment imported", "environment-imported.ts", "src/web", { file: "environment.ts" }),
  imports("a kernel that knows the web", "kernel-knows-web.ts", "src/kernel"),
  imports("a kernel that knows a module", "web-knows-module.ts", "src/kernel/jobs", {
    file: "kernel-knows-web.ts",
  }),
  imports("a web that knows a module", "web-knows-module.ts", "src/web"),
  imports("HTTP in a command", "http-in-command.ts", commands),
  imports("HTTP in a view", "http-in-command.ts", views, { in: `${module}/my` }),
  imports("HTTP in the kernel", "http-in-command.ts", "src/kernel"),
  imports("better-auth outside its folder", "sign-in-outside.ts", "src/modules/accounts/commands", {
    in: "src/modules/accounts/auth",
  }),
  imports("a program that needs its tests", "test-support.ts", commands, { file: "environment.ts" }),
  linter(/no-default-export/)("a default export", "default-export.ts", commands),
  linter(/switch-exhaustiveness/)("a forgotten state", "switch-forgets.ts", commands),
]
