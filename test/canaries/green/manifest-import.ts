export { listAreas } from "#modules/places"
