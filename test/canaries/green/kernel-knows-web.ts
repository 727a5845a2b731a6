export type { City } from "#kernel/city.ts"
