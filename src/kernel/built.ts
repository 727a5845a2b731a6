import { existsSync } from "node:fs"
import { join } from "node:path"

// In the bundle every module's folder is the build's own; from source it is this file's.
const here = import.meta.dirname

/** The folder of the build that runs (assets/, assets.json, migrations/); nothing when running from source. */
export const builtFolder: string | undefined = existsSync(join(here, "assets.json")) ? here : undefined

/** The plain-SQL migrations, in a build or from source. */
export const migrationsFolder: string = builtFolder
  ? join(builtFolder, "migrations")
  : join(here, "..", "..", "db", "migrations")
