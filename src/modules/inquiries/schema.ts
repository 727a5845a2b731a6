import { z } from "zod"
import { workflow } from "#kernel/workflow.ts"
import { line, optionalText, text, version } from "#web/forms.ts"
import { mailAddress } from "#modules/accounts"

/** A conversation between somebody who asks and a group that answers. */
export const inquiry = workflow({
  name: "inquiry",
  initial: "open",
  states: ["open", "answered", "closed"],
  roles: ["asker", "group", "office", "program"],
  events: {
    ask: { from: ["open", "answered", "closed"], to: "open", by: ["asker"] },
    answer: { from: ["open", "answered", "closed"], to: "answered", by: ["group", "office"] },
    close: { from: ["open", "answered"], to: "closed", by: ["asker", "group", "program"] },
  },
})

export type InquiryState = (typeof inquiry.states)[number]
export type InquiryEvent = keyof typeof inquiry.events
export type InquiryRole = (typeof inquiry.roles)[number]

/** Who speaks in a conversation. */
export type Side = "asker" | "group" | "office"

export const reportReasons = ["abuse", "spam", "privacy", "other"] as const
export type ReportReason = (typeof reportReasons)[number]

export const longestMessage = 4000

const body = () => text(longestMessage)

/**
 * Nobody sees this field, so only programs fill it. A form is a person's when some seconds passed since it was drawn:
 * its key says when that was.
 */
const trap = z
  .string()
  .default("")
  .refine((value) => value === "", "inquiries:error.trap")

const quickest = 2_000

const drawnAt = (key: string): number => Number.parseInt(key.replaceAll("-", "").slice(0, 12), 16)

/** By the clock of the machine, which made the key too; missing or made up, it is asked for once more. */
const unhurried = z
  .string()
  .default("")
  .refine((key) => {
    const age = Date.now() - drawnAt(key)
    return age >= quickest && age < 24 * 3_600_000
  }, "inquiries:error.hurried")

/** Somebody without an account says who they are and where the answer goes. */
export const guestForm = z
  .object({ name: line(60), address: mailAddress(), body: body(), website: trap, _key: unhurried })
  .transform(({ name, address, body: words }) => ({ name, address, body: words }))

export const personForm = z
  .object({ name: line(60), body: body(), website: trap, _key: unhurried })
  .transform(({ name, body: words }) => ({ name, address: null, body: words }))

export const messageForm = z.object({ body: body(), _version: version() })

/** As typed from a mail: blanks, hyphens and full-width letters do not matter. */
export const keyForm = z.object({
  key: text(60).transform((value) =>
    value
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/[^0-9a-z]/g, ""),
  ),
})

export const helpForm = z.object({ help: text(1000) })

export const reportForm = z.object({
  reason: z.enum(reportReasons, "web:error.choice"),
  details: optionalText(1000),
})

/** A button without fields. */
export const nothing = z.object({})

export const blockForm = z.object({ block: z.enum(["yes", "no"]) })

export const settlementForm = z.object({ case: z.uuid(), outcome: text(1000) })

export const templateForm = z.object({
  intent: z.enum(["save", "delete"]).default("save"),
  title: line(60),
  body: body(),
  _version: version().optional(),
})
