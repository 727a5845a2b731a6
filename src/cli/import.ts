import { accessSync, constants } from "node:fs"
import { basename, dirname, resolve } from "node:path"
import { systemActor } from "#kernel/actor.ts"
import { importListings, importProfiles, UnusableFile, type ImportCounts } from "#modules/listings"
import { openProgram } from "../app.ts"
import { CommandRefused, WrongUsage, type Command } from "./command.ts"

const names = importProfiles.map(({ name }) => name).join(", ")

export const importCommand: Command = {
  usage: `import FILE --profile NAME [--refused FILE]   listings of another publisher; profiles: ${names}`,
  options: { profile: { type: "string" }, refused: { type: "string" } },
  run: async ({ config, words: [file, ...others], options }) => {
    const profile = importProfiles.find(({ name }) => name === options["profile"])
    if (!file || others.length > 0) throw new WrongUsage("Which file? One at a time.")
    if (!profile) throw new WrongUsage(`--profile NAME is needed; there are ${names}.`)
    const path = resolve(file)
    const refusedPath = typeof options["refused"] === "string" ? resolve(options["refused"]) : besides(path)
    const program = await openProgram(config)
    try {
      const context = { ...program.base, actor: systemActor("import") }
      const counts = await importListings(context, {
        path,
        profile,
        refusedPath,
        onProgress: tellNowAndThen(),
      })
      if (counts.refused > 0)
        process.stderr.write(`import: refused rows, each with its reason: ${refusedPath}\n`)
      return { json: counts, text: inWords(counts) }
    } catch (error) {
      throw error instanceof UnusableFile ? new CommandRefused(error.message) : error
    } finally {
      await program.close()
    }
  },
}

/** Beside the file, or in the present folder where nothing may be written there. */
const besides = (path: string): string => {
  const name = `${basename(path)}.refused.csv`
  try {
    accessSync(dirname(path), constants.W_OK)
    return resolve(dirname(path), name)
  } catch {
    return resolve(name)
  }
}

const pause = 1_000

/** At most once a second, on the stream that does not belong to the answer. */
const tellNowAndThen = () => {
  let next = performance.now() + pause
  return ({ step, rows, share }: { step: string; rows: number; share: number }): void => {
    if (performance.now() < next) return
    next = performance.now() + pause
    process.stderr.write(`import: ${step}, ${rows.toLocaleString("en")} rows, ${Math.floor(share * 100)} %\n`)
  }
}

const inWords = ({ rows, created, updated, unchanged, merged, refused, toReview }: ImportCounts): string =>
  `${rows} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${merged} merged, ${refused} refused.
${toReview} listings to review.`
