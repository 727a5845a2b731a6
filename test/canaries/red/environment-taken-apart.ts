const { env } = process

export const city = env["CITY"]
