import { reading } from "#kernel/transaction.ts"
import { readFigureRequest, reportFigures } from "#modules/statistics"
import { createTexts } from "#web/texts.ts"
import { openProgram } from "../app.ts"
import { modules } from "../modules.ts"
import { WrongUsage, type Command } from "./command.ts"

export const figuresCommand: Command = {
  usage: "figures --fiscal-year 2023 [--as-of 2023-12-31] [--known then|now]   the city's figures",
  options: { "fiscal-year": { type: "string" }, "as-of": { type: "string" }, known: { type: "string" } },
  run: async ({ config, options }) => {
    const year = options["fiscal-year"]
    if (typeof year !== "string") throw new WrongUsage("--fiscal-year is needed")
    const program = await openProgram(config)
    try {
      const { base } = program
      const asked = { year, asOf: asText(options["as-of"]), known: asText(options["known"]) }
      const request = readFigureRequest(asked, base.clock.now(), base.city.zone)
      if (String(request.year) !== year.replace(/^FY/, ""))
        throw new WrongUsage(`--fiscal-year: ${year} is not a year that has begun`)
      if (asked.asOf && asked.asOf !== request.asOf.toString())
        throw new WrongUsage(`--as-of: ${asked.asOf} is not a day of the year until today`)
      const { text } = createTexts(modules)("ja")
      const metrics = modules.flatMap((module) => module.figures ?? [])
      const lines = await reading(base, (tx) => reportFigures(tx, metrics, request, base.city.zone, text))
      const sentences = lines.map((line) =>
        [
          line.system,
          line.metric,
          line.period,
          line.asOf,
          line.area ?? base.city.name,
          line.value,
          line.unit,
        ].join("\t"),
      )
      return { json: lines, text: sentences.join("\n") }
    } finally {
      await program.close()
    }
  },
}

const asText = (value: string | boolean | undefined): string | undefined =>
  typeof value === "string" ? value : undefined
