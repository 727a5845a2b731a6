export { countByDay, countOpenByArea } from "./queries/counts.ts"
export { informationItems } from "./figures.ts"
