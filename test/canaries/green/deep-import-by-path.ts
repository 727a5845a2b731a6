export { searchAreas } from "#modules/places"
