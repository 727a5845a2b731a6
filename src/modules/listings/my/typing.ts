import type { Context as HonoContext } from "hono"
import { z } from "zod"
import { isId } from "#kernel/ids.ts"
import type { WebEnv } from "#web/context.ts"
import { readForm, type Typed } from "#web/forms.ts"
import { timeText } from "#web/day-text.ts"
import { Invalid } from "#kernel/errors.ts"
import { keepTyping } from "../commands/typings.ts"
import { textsTyped } from "../schema/typings.ts"
import type { Subject } from "./subject.ts"

type Request = HonoContext<WebEnv>

/** What the form says of what was kept last: its id and its version. */
export const typingOf = (typed: Typed): { id: string; version: number } | null => {
  const id = typed["_typing"]?.[0] ?? ""
  const version = Number(typed["_typing-version"]?.[0])
  return isId(id) && Number.isInteger(version) && version > 0 && version < 1_000_000 ? { id, version } : null
}

const keyOf = ({ organisation, row }: Subject) => ({
  organisationId: organisation.id,
  listingId: row?.id ?? null,
})

const anything = z.looseObject({})

/** For the island that keeps what is typed: what was kept and when, or that another window was first. */
export const answerTyping = async (c: Request, subject: Subject): Promise<Response> => {
  const { context, view } = c.var
  const { typed } = await readForm(c, anything)
  const texts = textsTyped(typed)
  if (!texts) throw new Invalid({ "": "web:error.controls" })
  const kept = await keepTyping(context, keyOf(subject), texts, typingOf(typed))
  if (!kept.kept) return c.json({ says: view.text("listings:typing.elsewhere") }, 409)
  const { id, version, savedAt } = kept
  const time = timeText(view.lang, savedAt.toZonedDateTimeISO(view.zone).toPlainTime())
  return c.json({ id, version, says: view.text("listings:typing.saved", { time }) })
}

/** Kept for the preview, which shows it on a page of its own; where another window was first, beside it. */
export const keepForPreview = async (c: Request, subject: Subject, typed: Typed): Promise<string> => {
  const { context } = c.var
  const texts = textsTyped(typed)
  if (!texts) throw new Invalid({ "": "web:error.controls" })
  const again = await keepTyping(context, keyOf(subject), texts, typingOf(typed))
  const kept = again.kept ? again : await keepTyping(context, keyOf(subject), texts, null)
  return `/my/listing-previews/${kept.kept ? kept.id : ""}`
}
