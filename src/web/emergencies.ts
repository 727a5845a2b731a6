import { reading } from "#kernel/transaction.ts"
import type { Emergency } from "#web/manifest.ts"
import type { Surroundings } from "#web/surroundings.ts"

/**
 * The emergencies that stand now, read anew whenever the stamp of what stands on every page has changed since: each
 * request looks at the stamp before, so that no process shows a page without one that another has just raised.
 */
export const emergenciesOf = ({ base, modules }: Pick<Surroundings, "base" | "modules">) => {
  let known: { readonly stamp: number; readonly read: Promise<readonly Emergency[]> } | null = null

  const read = (): Promise<readonly Emergency[]> =>
    reading(base, async (tx) => {
      const found = []
      for (const { emergencies } of modules)
        if (emergencies) found.push(...(await emergencies(tx, base.clock.now())))
      return found
    })

  return async (stamp: number): Promise<readonly Emergency[]> => {
    if (known?.stamp !== stamp) {
      const begun = { stamp, read: read() }
      known = begun
      begun.read.catch(() => {
        if (known === begun) known = null
      })
    }
    const now = base.clock.now()
    return (await known.read).filter(({ endsAt }) => Temporal.Instant.compare(now, endsAt) < 0)
  }
}
