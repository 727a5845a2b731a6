import type { Trait } from "#web/ui/card.tsx"
import { durationText } from "#web/day-text.ts"
import type { View } from "#web/view.ts"
import { isFree, type Feature } from "../schema/drawn-out.ts"

type Said = {
  readonly minutes: number | null
  readonly features: readonly string[]
  readonly online: boolean
  readonly placeName: string
  readonly fee: string
}

/** Those of most help in choosing first: a card shows three. */
const order: readonly Feature[] = [
  "first-timers",
  "with-children",
  "skills",
  "childcare",
  "sign-language",
  "captioning",
  "wheelchair",
  "language-easy",
  "language-en",
  "language-zh",
  "language-ko",
  "language-vi",
]

/** What somebody looks for, each in a word: 30分から, はじめて歓迎, オンライン. */
export const traitsOf = (view: View, said: Said): Trait[] => {
  const { minutes, features, online, placeName, fee } = said
  const has = new Set(features)
  const isFirst = (feature: string): boolean => feature === "first-timers"
  return [
    ...(minutes === null ? [] : [{ label: minutesText(view, minutes), icon: "clock" as const, first: true }]),
    ...order
      .filter((feature) => has.has(feature))
      .map((feature) => ({ label: view.t(`listings:feature.${feature}`), first: isFirst(feature) })),
    ...(online
      ? [
          {
            label: view.t(`listings:trait.${placeName === "" ? "online" : "hybrid"}`),
            icon: "screen" as const,
          },
        ]
      : []),
    ...(has.has("free") || isFree({ fee, feeYen: null })
      ? [{ label: view.t("listings:trait.free"), icon: "coin" as const }]
      : []),
  ]
}

/** 30分から, 2時間から. */
const minutesText = (view: View, minutes: number) =>
  view.t("listings:trait.short", { time: durationText(view.lang, minutes) })
