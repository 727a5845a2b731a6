import { z } from "zod"
import { day, optionalLine, optionalText, version } from "#web/forms.ts"
import { nestRows } from "./rows.ts"
import {
  draftShape,
  furtherOnly,
  isReachable,
  nowhere,
  somewhere,
  unreachable,
  wholeShape,
  yes,
} from "./form.ts"

/** How what an officer enters came to the office. */
export const channels = ["phone", "counter", "paper", "fax", "mail"] as const
export type Channel = (typeof channels)[number]

/** House rule of proxies: which way, from whom, when, and where the paper lies. */
export type Intake = {
  readonly channel: Channel
  readonly fromWhom: string
  readonly receivedOn: Temporal.PlainDate
  readonly reference: string
}

export const intakeFields = ["channel", "fromWhom", "receivedOn", "reference"] as const

const intakeShape = (today: Temporal.PlainDate) => ({
  channel: z.enum(channels, "organisations:error.channel"),
  fromWhom: optionalLine(100).refine((value) => value !== "", "web:error.required"),
  receivedOn: day().refine(
    (received) => Temporal.PlainDate.compare(received, today) <= 0,
    "organisations:error.received-to-come",
  ),
  reference: optionalLine(100),
})

/** A registration that an officer enters: whole, or what is known so far. */
export const intakeForm = (codes: ReadonlySet<string>, today: Temporal.PlainDate) => {
  const more = { ...intakeShape(today), different: yes }
  return z.preprocess(
    nestRows,
    z
      .discriminatedUnion("intent", [
        z.object({ ...draftShape(codes), ...more, intent: z.literal("note") }).refine(nowhere, somewhere),
        z
          .object({ ...wholeShape(codes), ...more, intent: z.literal("receive") })
          .refine(isReachable, unreachable)
          .refine(nowhere, somewhere),
      ])
      .transform(furtherOnly),
  )
}

/** A change that its people asked for. */
export const proxyForm = (codes: ReadonlySet<string>, today: Temporal.PlainDate) =>
  z.preprocess(
    nestRows,
    z
      .object({ ...wholeShape(codes), ...intakeShape(today), _version: version() })
      .refine(isReachable, unreachable)
      .refine(nowhere, somewhere)
      .transform(furtherOnly),
  )

export const claimForm = z.object({
  code: optionalText(60).refine((value) => value !== "", "web:error.required"),
})
