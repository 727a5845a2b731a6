import type { ListingState } from "../schema/workflow.ts"

/** What the main button of the form does, by what is there; `waits`: a time is set. */
export const publishWords = (state: ListingState | null, waits = false) => {
  if (state === "published") return "listings:act.correct"
  if (state === "hidden") return "listings:act.mend"
  return waits ? "listings:act.schedule" : "listings:act.publish"
}
