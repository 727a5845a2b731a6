import type { City } from "#kernel/city.ts"
import { osaka } from "./osaka/osaka.ts"
import { takamatsu } from "./takamatsu/takamatsu.ts"

const cities: readonly City[] = [osaka, takamatsu]

export const citySlugs = cities.map(({ slug }) => slug)

export const findCity = (slug: string): City => {
  const city = cities.find((each) => each.slug === slug)
  if (!city)
    throw new Error(
      `CITY: there is no profile for ${slug}; there are ${cities.map((each) => each.slug).join(", ")}`,
    )
  return city
}
