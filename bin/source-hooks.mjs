// Lets Node run the sources as they are: it reads .ts itself, .tsx it is given by esbuild. `node --import` or import it
// before the first source.
import { readFileSync } from "node:fs"
import { registerHooks } from "node:module"
import { fileURLToPath } from "node:url"
import { transformSync } from "esbuild"

const jsx = { loader: "tsx", format: "esm", jsx: "automatic", jsxImportSource: "#jsx", sourcemap: "inline" }

registerHooks({
  load(url, context, next) {
    if (!url.endsWith(".tsx")) return next(url, context)
    const file = fileURLToPath(url)
    const { code } = transformSync(readFileSync(file, "utf8"), { ...jsx, sourcefile: file })
    return { format: "module", source: code, shortCircuit: true }
  },
})
