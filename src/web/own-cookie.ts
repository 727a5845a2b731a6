import type { Context as HonoContext } from "hono"
import { setCookie } from "hono/cookie"

type OwnCookie = { readonly name: `enishi.${string}`; readonly value: string; readonly seconds: number }

/** Every cookie of ours but the session's, which better-auth sets in the same way. */
export const setOwnCookie = (c: HonoContext, baseUrl: string, { name, value, seconds }: OwnCookie): void =>
  setCookie(c, name, value, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: baseUrl.startsWith("https:"),
    maxAge: seconds,
  })
