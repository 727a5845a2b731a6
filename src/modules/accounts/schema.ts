import { z } from "zod"
import { readDay } from "#web/day-input.ts"
import { day, line, list, optionalLine, optionalText, text } from "#web/forms.ts"
import { commonPasswords } from "./auth/common-passwords.ts"
import { shortestPassword } from "./auth/auth.ts"

export const postRoles = ["viewer", "officer", "approver", "manager", "administrator"] as const

/** What a post may serve: everything, or one programme. */
export const programmes = ["*", "accounts", "organisations", "listings", "site"] as const

/** No quotes, comments or groups of RFC 5322: mail programs would find another address inside. */
const plainAddress = /^[^\s@,;:<>"()[\]\\]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u

/** As typed by people: full-width letters and capitals mean the same address. */
export const address = () =>
  text(254)
    .transform((value) => value.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase())
    .refine((value) => plainAddress.test(value), "web:error.mail")

/** Where to go afterwards: a page of this site, or nowhere in particular. */
export const nextPath = () =>
  z
    .string()
    .default("")
    .transform((value) => (isOwnPath(value) ? value : ""))

const isOwnPath = (path: string): boolean => path.length <= 500 && /^\/(?![/\\])[^\\\s]*$/.test(path)

export const requestForm = z.object({ address: address(), next: nextPath() })

export const codeForm = z.object({
  code: text(30)
    .transform((value) => value.normalize("NFKC").replaceAll(/[\s-]/g, ""))
    .refine((value) => /^\d{6}$/.test(value), "accounts:error.code-form"),
})

/** A button without fields. */
export const nothing = z.object({})

export const passwordSignInForm = z.object({
  address: address(),
  password: text(128),
  next: nextPath(),
})

export const profileForm = z.object({
  name: line(60),
  lang: z.enum(["ja", "en", "ja-easy"]),
  next: nextPath(),
})

export const passwordForm = z.object({
  password: text(128)
    .refine((value) => [...value].length >= shortestPassword, "accounts:error.password-short")
    .refine(
      (value) => !commonPasswords.has(value.normalize("NFKC").toLowerCase()),
      "accounts:error.password-common",
    ),
})

export const demoForm = z.object({ person: text(60) })

export const hatForm = z.object({ post: z.uuid(), next: nextPath() })

const optionalDay = () =>
  optionalText(30).transform((value, context) => {
    if (value === "") return null
    const read = readDay(value)
    if (read) return read
    context.addIssue({ code: "custom", message: "web:error.day" })
    return z.NEVER
  })

export const grantForm = z.object({
  address: address(),
  name: optionalLine(60),
  body: z.uuid("web:error.choice"),
  programme: z.enum(programmes),
  role: z.enum(postRoles),
  areas: list(z.string().max(20)),
  from: day(),
  to: optionalDay(),
})

export const deputyForm = z.object({ address: address(), from: day(), until: day() })

export const handOverForm = z.object({
  posts: list(z.uuid()),
  address: address(),
  name: optionalLine(60),
  last: day(),
})

export const postFileForm = z.object({ text: optionalText(200_000) })

export const postRowsForm = z.object({ rows: list(z.coerce.number().int().min(0)) })

export const endForm = z.object({ to: day() })
