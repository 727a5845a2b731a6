import { z } from "zod"
import { readDay, readTime } from "#web/day-input.ts"
import { optionalLine, text, version } from "#web/forms.ts"
import { contentsFields, type Contents, halfEasyTexts, halfTexts, isWhole } from "./contents.ts"

export type NoticeState = "draft" | "published" | "withdrawn"

export type SiteNotice = {
  readonly id: string
  readonly publicId: string
  readonly bodyId: string
  readonly areaCode: string | null
  readonly contents: Contents
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant | null
  readonly state: NoticeState
  readonly publicReason: string | null
  readonly version: number
}

/** When a notice stands there, as an office says it: from a day (and a time) to the end of a day. */
export const noticeForm = z
  .object({
    ...contentsFields,
    area: optionalLine(20).transform((code) => (code === "" ? null : code)),
    from: optionalLine(30),
    fromTime: optionalLine(20),
    to: optionalLine(30),
    intent: z.enum(["draft", "publish"]).catch("publish"),
    _version: version().optional(),
  })
  .refine((input) => isWhole(input, "en"), halfTexts)
  .refine((input) => isWhole(input, "ja-easy"), halfEasyTexts)
  .transform((input, context) => {
    const from = readDay(input.from)
    const time = readTime(input.fromTime === "" ? "0:00" : input.fromTime)
    const to = input.to === "" ? null : readDay(input.to)
    if (!from && input.from !== "")
      context.addIssue({ code: "custom", path: ["from"], message: "web:error.day" })
    if (!time) context.addIssue({ code: "custom", path: ["fromTime"], message: "web:error.time" })
    if (to === undefined) context.addIssue({ code: "custom", path: ["to"], message: "web:error.day" })
    if (from && to && Temporal.PlainDate.compare(to, from) < 0)
      context.addIssue({ code: "custom", path: ["to"], message: "web:error.end-before-start" })
    if (!time || to === undefined || context.issues.length > 0) return z.NEVER
    return { ...input, starts: from ? from.toPlainDateTime(time) : null, lastDay: to }
  })

export type NoticeInput = z.output<typeof noticeForm>

export const noticeWithdrawalForm = z.object({ reason: text(300) })
