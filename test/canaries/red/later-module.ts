import * as statistics from "#modules/statistics"

export const rooms = Object.keys(statistics)
