import type { City } from "#kernel/city.ts"
import { accessibility } from "./accessibility.ts"
import { faq } from "./faq.ts"
import { merits } from "./merits.ts"
import { privacy } from "./privacy.ts"
import { purposes } from "./purposes.ts"
import { terms } from "./terms.ts"
import { about, contact, firstSteps } from "./welcome.ts"
import { type ShippedPage, wordsOf } from "./words.ts"

export type { ShippedPage } from "./words.ts"

const inOrder = [firstSteps, merits, faq, about, contact, terms, privacy, accessibility, ...purposes]

/** What a city begins with; from then on its own staff write it. */
export const shippedPages = (city: City): ShippedPage[] => inOrder.map((ship) => ship(wordsOf(city)))
