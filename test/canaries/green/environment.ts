import type { City } from "#kernel/city.ts"

export const slugOf = (city: City) => city.slug
