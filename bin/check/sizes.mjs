// The ten longest files and functions of the program, and how far its sizes keep to house §7. It fails only when a file
// is longer than the most that is allowed.
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseSync } from "vite"

const most = 400

export function reportSizes(root) {
  const files = globSync("src/**/*.{ts,tsx}", { cwd: root })
    .filter((path) => !/\.test\.|\.generated\.|\.d\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
  const lengths = files.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
  const functions = files.flatMap(functionsOf)
  const over = lengths.filter(({ lines }) => lines > most)
  return {
    passed: over.length > 0 ? 0 : 1,
    failed: over.length > 0 ? 1 : 0,
    note: `${files.length} files, ${functions.length} functions`,
    print: true,
    output: [
      `files: median ${quantile(lengths, 0.5)} (80), p90 ${quantile(lengths, 0.9)} (200), most ${quantile(lengths, 1)} (${most})`,
      ...longest(lengths).map(({ path, lines }) => `${String(lines).padStart(5)}  ${path}`),
      `functions: median ${quantile(functions, 0.5)} (12), p90 ${quantile(functions, 0.9)} (40), most ${quantile(functions, 1)}`,
      ...longest(functions).map(
        ({ path, line, name, lines }) => `${String(lines).padStart(5)}  ${path}:${line} ${name}`,
      ),
    ].join("\n"),
  }
}

function longest(list) {
  return list.toSorted((one, other) => other.lines - one.lines).slice(0, 10)
}

function quantile(list, part) {
  const sorted = list.map(({ lines }) => lines).toSorted((one, other) => one - other)
  return sorted[Math.ceil(part * sorted.length) - 1] ?? 0
}

const kinds = new Set(["ArrowFunctionExpression", "FunctionExpression", "FunctionDeclaration"])

/** Functions with a name: declared, or the value of a constant, a property or a method. */
export function functionsOf({ path, text }) {
  const starts = lineStarts(text)
  const found = []
  const visit = (node, name) => {
    if (Array.isArray(node)) return node.forEach((each) => visit(each, name))
    if (!node || typeof node.type !== "string") return
    const own = node.id?.name ?? node.key?.name ?? name
    if (kinds.has(node.type) && own) {
      const line = lineAt(starts, node.start)
      found.push({ path, name: own, line, lines: lineAt(starts, node.end) - line + 1 })
    }
    const inner =
      /Declarator|Property|MethodDefinition/.test(node.type) || node.type === "CallExpression"
        ? own
        : undefined
    for (const [key, value] of Object.entries(node))
      if (typeof value === "object" && key !== "id") visit(value, inner)
  }
  visit(parseSync(path, text).program.body)
  return found
}

function lineStarts(text) {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
}

function lineAt(starts, offset) {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (starts[middle] <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
