import type { Child } from "#jsx"
import type { Emergency } from "./manifest.ts"
import type { MessageValues, WrittenKey } from "./messages.ts"

export type { Child } from "#jsx"
export type { MessageKey, MessageValues } from "./messages.ts"

/** Languages of the interface. `ja-easy` is やさしい日本語, for public pages. */
export type Lang = "ja" | "en" | "ja-easy"

export type Flash = { readonly kind: "success" | "info" | "warning"; readonly message: Child }

export type NavItem = {
  readonly label: Child
  readonly href: string
  readonly current: boolean
  /** Of the office: whose waiting things are counted there. */
  readonly module?: string
}

/** A hat that one may put on. */
export type HatChoice = { readonly id: string; readonly label: string; readonly worn: boolean }

/** What every page is given besides its own data. */
export type View = {
  readonly lang: Lang
  /** For the `lang` attribute: easy Japanese is Japanese. */
  readonly htmlLang: "ja" | "en"
  /** Message as page text: in `ja-easy` it carries furigana, so it is a Child, never an attribute. */
  readonly t: <Key extends string>(key: WrittenKey<Key>, values?: MessageValues) => Child
  /** Message as plain string, for attributes, titles and mail. */
  readonly text: <Key extends string>(key: WrittenKey<Key>, values?: MessageValues) => string
  /** Names are in the notation of web/ruby.tsx in easy Japanese. */
  readonly city: {
    readonly slug: string
    readonly name: string
    readonly productName: string
    /** A city without wards need not say where in it something is. */
    readonly hasWards: boolean
  }
  /** Where the page stands: `query` begins with `?` or is empty. */
  readonly url: { readonly path: string; readonly query: string }
  /** An address inside the site; carries the language. */
  readonly href: (path: string, query?: Readonly<Record<string, string | undefined>>) => string
  readonly now: Temporal.Instant
  /** What everybody must know now, the newest first. */
  readonly emergencies: readonly Emergency[]
  /** The city's time zone. */
  readonly zone: string
  readonly person?: {
    readonly name: string
    readonly hat?: string
    /** All of one's own; on pages of the office only. */
    readonly hats?: readonly HatChoice[]
    readonly isStaff: boolean
  }
  /** The programmes of the worn post; on pages of the office only. */
  readonly programmes?: readonly NavItem[]
  /** What a signed-in person can reach under /my. */
  readonly mine?: readonly NavItem[]
  readonly flash?: Flash
  /** A fresh idempotency key, one for each form drawn: a UUIDv7, which says when that was. */
  readonly formKey: () => string
  /** The demo world: a banner says so on every page. */
  readonly demo: boolean
  /** Address of a built file: `main.css`, `submit-once.js`. */
  readonly asset: (logicalName: string) => string
}
