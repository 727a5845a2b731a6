import type { Child } from "#jsx"
import type { Collection } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import type { AskedTerms } from "../queries/consents.ts"
import type { Contents } from "../schema/contents.ts"
import { ConsentBox } from "./consent-page.tsx"
import { PurposeNote } from "./purpose-note.tsx"

type AskedProps = {
  readonly view: View
  readonly collection: Collection
  readonly purpose: Contents | undefined
  readonly terms: AskedTerms | undefined
}

/** Who comes for the first time agrees to the terms; everybody else reads what for. */
export const asked = ({ view, collection, purpose, terms }: AskedProps): Child => {
  if (collection === "welcome") return terms ? <ConsentBox view={view} terms={terms} /> : null
  return purpose ? <PurposeNote view={view} contents={purpose} /> : null
}
