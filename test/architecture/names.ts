// House §2: a module is one folder, and every module has the same names.

const files = ["README.md", "module.ts", "index.ts"]
const stems = [
  "schema",
  "policy",
  "queries",
  "commands",
  "public",
  "my",
  "staff",
  "api",
  "jobs",
  "mail",
  "figures",
]
const pages = new Set(["public", "my", "staff", "mail"])
const folders = ["views", "messages", "imports"]
const catalogues = ["ja.json", "en.json", "ja-easy.json", "catalogues.ts"]

/** Names that only some modules have. */
const ofModule: Readonly<Record<string, readonly string[]>> = {
  accounts: ["auth"],
  site: ["shipped"],
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.generated)?\.(ts|tsx|sql|json|css|svg|csv|txt|md)$/

/** Why a path inside src/modules is misnamed, or nothing. */
export const misnamed = (path: string): string | undefined => {
  const [module = "", first = "", ...rest] = path.replace(/^src\/modules\//, "").split("/")
  const known = [...stems, "demo", ...(ofModule[module] ?? [])]
  if (rest.length > 0) return misnamedInFolder(first, rest, known)
  if (files.includes(first)) return undefined
  const [stem = "", ...endings] = first.replace(/\.test\./, ".").split(".")
  if (!known.includes(stem)) return `no module has a ${first}`
  const ending = endings.join(".")
  return ending === "ts" || (ending === "tsx" && pages.has(stem)) || /\.test\./.test(first)
    ? undefined
    : `${first} should be ${stem}.ts`
}

const misnamedInFolder = (folder: string, rest: readonly string[], known: readonly string[]) => {
  const file = rest.at(-1) ?? ""
  if (folder === "messages") return catalogues.includes(file) ? undefined : `no catalogue is called ${file}`
  if (![...known, ...folders].includes(folder)) return `no module has a folder ${folder}`
  if (file === "index.ts") return `no barrel inside a module: ${folder}/${file}`
  return undefined
}

/** A file that outgrew its aim became a folder: both at once leave open where something stands. */
export const doubled = (modulePaths: readonly string[]): string[] => {
  const stemsWithFolder = new Set(
    modulePaths.map((path) => /^src\/modules\/[^/]+\/[^/]+(?=\/)/.exec(path)?.[0]).filter((stem) => stem),
  )
  return modulePaths.filter((path) => stemsWithFolder.has(path.replace(/(?<!\.test)\.tsx?$/, "")))
}

const vague = /(^|[/-])(utils?|helpers?|common|lib|managers?|services?|misc|shared)([./-]|$)/

export const badlyNamed = (path: string): string | undefined => {
  if (vague.test(path.replace(/common-passwords|service-worker/, "")))
    return "says nothing about what is inside"
  const file = path.split("/").at(-1) ?? ""
  return kebab.test(file) || file === "README.md" || file.endsWith(".d.ts") ? undefined : "is not kebab-case"
}

/** Classes are for errors and custom elements only. */
export const wrongClasses = (text: string): string[] =>
  [...text.matchAll(/^\s*(?:export )?(?:abstract )?class (\w+)(?: extends (\w+))?/gm)]
    .filter(([, name = "", parent = ""]) => !/(Error|Refusal|Element)$/.test(parent) && name !== "Refusal")
    .map(([, name = ""]) => name)
