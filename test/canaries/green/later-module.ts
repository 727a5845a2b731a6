import * as places from "#modules/places"

export const rooms = Object.keys(places)
