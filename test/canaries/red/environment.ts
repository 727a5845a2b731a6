export const city = process.env["CITY"]
