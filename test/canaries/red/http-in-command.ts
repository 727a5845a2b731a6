import { getCookie } from "hono/cookie"

export const cookieOf = getCookie
