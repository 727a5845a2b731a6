export { listAreas } from "#modules/places/queries.ts"
