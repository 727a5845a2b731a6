import { z } from "zod"
import { day, line, optionalLine, optionalText } from "#web/forms.ts"

export type Promotion = {
  readonly id: string
  readonly onDay: Temporal.PlainDate
  readonly occasion: string
  readonly audience: string
  readonly explainedBy: string
  readonly note: string
  readonly registrations: number | null
}

/** civic-portal.R7: where the merits of registration were explained, to whom and by whom. */
export const promotionForm = z.object({
  day: day(),
  occasion: line(120),
  audience: line(120),
  explainedBy: line(80),
  registrations: optionalLine(6)
    .transform((value) => value.normalize("NFKC"))
    .refine((value) => /^\d{0,5}$/.test(value), "site:error.number")
    .transform((value) => (value === "" ? null : Number(value))),
  note: optionalText(500),
})

export type PromotionInput = z.output<typeof promotionForm>
