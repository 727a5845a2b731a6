import { z } from "zod"
import { text } from "#web/forms.ts"
import type { ListingState } from "./workflow.ts"

/** States in which a group and its office talk: it is not public, and the office says so. */
const talking: ReadonlySet<ListingState> = new Set(["hidden", "removed"])

export const mayTalk = (state: ListingState): boolean => talking.has(state)

export const replyForm = z.object({ text: text(1000) })
