import type { Context } from "#kernel/transaction.ts"
import type { Identify } from "#web/context.ts"
import type { Manifest } from "#web/manifest.ts"
import type { PageCache } from "#web/page-cache.ts"
import type { Texts } from "#web/texts.ts"
import type { Lang } from "#web/view.ts"

/** What the whole site is made from; given by app.ts. */
export type Surroundings = {
  readonly base: Omit<Context, "actor">
  readonly modules: readonly Manifest[]
  readonly identify: Identify
  readonly texts: (lang: Lang) => Texts
  readonly cache: PageCache
  readonly asset: (logicalName: string) => string
  readonly demo: boolean
  readonly trustProxy: boolean
}
