import { Invalid } from "#kernel/errors.ts"
import type { Context } from "#kernel/transaction.ts"
import { checkFile } from "./check.ts"
import type { Refusal } from "./refused.ts"

/**
 * Checks what was just received, so that its sender hears at once. One file that is refused is an error at its field
 * and leaves nothing behind; of several, the refused ones stay in the list with their reasons.
 */
export const checkAtOnce = async (
  context: Context,
  files: readonly string[],
  field: string,
): Promise<void> => {
  const refusals: (Refusal | null)[] = []
  for (const id of files) refusals.push(await checkFile(context, id))
  const [only] = files
  const [refusal] = refusals
  if (files.length !== 1 || !only || !refusal) return
  await context.database
    .deleteFrom("files")
    .where("publicId", "=", only)
    .where("state", "=", "refused")
    .execute()
  throw new Invalid({ [field]: `web:file.refused.${refusal}` })
}
