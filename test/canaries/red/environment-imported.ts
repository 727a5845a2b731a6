import { env } from "node:process"

export const city = env["CITY"]
