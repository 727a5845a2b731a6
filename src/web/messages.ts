import type { TypeOptions } from "i18next"

type Plural = "zero" | "one" | "two" | "few" | "many" | "other"
type Asked<Key extends string> = Key extends `${infer Base}_${Plural}` ? Base : Key

type Leaves<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Asked<Key> : `${Key}.${Leaves<Texts[Key]>}`
}[keyof Texts & string]

type Resources = TypeOptions["resources"]

/** Every key of the catalogues that src/i18next.d.ts names. */
export type KnownKey = {
  [Namespace in keyof Resources]: `${Namespace}:${Leaves<Resources[Namespace]>}`
}[keyof Resources]

/** A key of a message catalogue, such as `web:required`, that is only known when the program runs. */
export type MessageKey = string

/** A key as it is written in a page: where it is written out, it must be there. */
export type WrittenKey<Key extends string> =
  {} extends Record<Key, 1> ? Key : Key extends KnownKey ? Key : KnownKey

export type MessageValues = Readonly<Record<string, string | number>>
