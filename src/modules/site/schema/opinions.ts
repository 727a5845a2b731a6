import { z } from "zod"
import { workflow } from "#kernel/workflow.ts"
import { optionalLine, optionalText, text, version } from "#web/forms.ts"
import type { Lang } from "#web/view.ts"

/** civic-portal.R8: every opinion gets a state, and where it led to a change, the change is named. */
export const opinion = workflow({
  name: "opinion",
  initial: "received",
  states: ["received", "considering", "answered", "closed"],
  roles: ["officer"],
  events: {
    consider: { from: ["received"], to: "considering", by: ["officer"] },
    answer: { from: ["received", "considering", "answered"], to: "answered", by: ["officer"] },
    close: { from: ["received", "considering"], to: "closed", by: ["officer"] },
  },
  deadlines: { received: "opinionDays", considering: "opinionDays" },
})

export type OpinionState = (typeof opinion.states)[number]
export type OpinionEvent = keyof typeof opinion.events

export type Opinion = {
  readonly id: string
  readonly publicId: string
  readonly text: string
  readonly page: string
  readonly lang: Lang
  readonly mayPublish: boolean
  readonly at: Temporal.Instant
  readonly dueOn: Temporal.PlainDate
  readonly state: OpinionState
  readonly answer: string
  readonly change: string
  readonly publicText: string
  readonly answeredAt: Temporal.Instant | null
  readonly publishedAt: Temporal.Instant | null
  readonly version: number
}

const address = optionalLine(254)
  .transform((value) => value.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase())
  .refine(
    (value) => value === "" || /^[^\s@,;:<>"()[\]\\]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value),
    "web:error.mail",
  )

const box = () => optionalText(3).transform((value) => value === "yes")

export const opinionForm = z.object({
  text: text(2000),
  address,
  mayPublish: box(),
  /** Where they came from: a path of this site, or nothing. */
  page: optionalLine(300).transform((path) => (/^\/(?![/\\])[^\s\\]*$/.test(path) ? path : "")),
})

export const answerForm = z
  .object({
    event: z.enum(["consider", "answer", "close"]),
    answer: optionalText(3000),
    change: optionalText(1000),
    publish: box(),
    publicText: optionalText(2000),
    _version: version(),
  })
  .refine(({ event, answer }) => event !== "answer" || answer !== "", {
    path: ["answer"],
    error: "web:error.required",
  })
  .refine(({ publish, publicText }) => !publish || publicText !== "", {
    path: ["publicText"],
    error: "site:error.public-text",
  })

export type AnswerInput = z.output<typeof answerForm>
