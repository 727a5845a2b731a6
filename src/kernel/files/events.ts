import { eventType } from "#kernel/events.ts"
import type { FileOwner } from "./files.ts"

/** A file became usable, or was refused: whoever shows it makes those pages anew. */
export const fileChecked = eventType<FileOwner>("kernel.file-checked")
