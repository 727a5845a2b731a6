import type { Context as HonoContext } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { drawPage, type Html } from "#jsx"
import { Conflict, Invalid, TooMany } from "#kernel/errors.ts"
import type { Upload } from "#kernel/files/files.ts"
import { isId } from "#kernel/ids.ts"
import { hasControls, tidy } from "#kernel/text.ts"
import type { Context } from "#kernel/transaction.ts"
import type { WebEnv } from "#web/context.ts"
import { readDay } from "#web/day-input.ts"
import type { MessageKey } from "#web/messages.ts"
import { setOwnCookie } from "#web/own-cookie.ts"
import { readParts } from "#web/uploads.ts"

/** What somebody typed, by field name; several values where a name occurs several times. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** Everything that a form page needs to be shown again: nothing typed is lost. */
export type FormState = {
  readonly typed: Typed
  /** Message keys by field name; `""` is the form as a whole. */
  readonly errors: Readonly<Record<string, string>>
  /** Somebody else saved in between: how it stands now, and the version to send to overwrite it. */
  readonly conflict?: { readonly current: Readonly<Record<string, string>>; readonly version: number }
}

export const emptyForm: FormState = { typed: {}, errors: {} }

/** A form filled with a record's values. */
export const filledForm = (
  values: Readonly<Record<string, string | readonly string[] | null | undefined>>,
): FormState => ({
  typed: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value == null ? [] : typeof value === "string" ? [value] : value,
    ]),
  ),
  errors: {},
})

export const typedValue = (form: FormState, name: string): string => form.typed[name]?.[0] ?? ""
export const typedValues = (form: FormState, name: string): readonly string[] => form.typed[name] ?? []

type Submission<S extends z.ZodType> = {
  readonly schema: S
  /** Calls the command; answers where to go next. */
  readonly run: (context: Context, input: z.output<S>) => Promise<string>
  /** The same page again, with what was typed. */
  readonly again: (form: FormState) => Html | Promise<Html>
  /** Message that the next page shows once. */
  readonly done?: MessageKey | (() => MessageKey | undefined)
}

/**
 * The path of every form: parse → command → 303. What breaks a rule comes back as 422, what somebody else changed in
 * between as 409, what comes too often as 429, all as the same page with what was typed.
 */
export const submitForm = async <S extends z.ZodType>(
  c: HonoContext<WebEnv>,
  submission: Submission<S>,
): Promise<Response> => {
  const { typed, errors, input } = await readForm(c, submission.schema)
  if (input === null) return again(c, submission, statusOf(errors), { typed, errors })
  try {
    const next = await submission.run(withKey(c, typed), input)
    const { done } = submission
    return seeOther(c, next, typeof done === "function" ? done() : done)
  } catch (error) {
    if (error instanceof Invalid) return again(c, submission, 422, { typed, errors: error.fields })
    if (error instanceof Conflict && error.current && error.version !== undefined) {
      return again(c, submission, 409, {
        typed,
        errors: {},
        conflict: { current: error.current, version: error.version },
      })
    }
    if (error instanceof TooMany && isTyped(typed)) return againLater(c, submission, error, typed)
    throw error
  }
}

/** Whoever has to wait keeps what was typed, and reads for how long. */
const againLater = <S extends z.ZodType>(
  c: HonoContext<WebEnv>,
  submission: Submission<S>,
  { retryAfter }: TooMany,
  typed: Typed,
): Promise<Response> => {
  c.header("Retry-After", String(retryAfter))
  return again(c, submission, 429, { typed, errors: { "": waitOf(retryAfter) } })
}

const waitOf = (seconds: number): MessageKey => {
  if (seconds <= 15 * 60) return "web:error.wait-minutes"
  return seconds <= 60 * 60 ? "web:error.wait-hour" : "web:error.wait-day"
}

const isTyped = (typed: Typed): boolean =>
  Object.entries(typed).some(
    ([name, values]) => !name.startsWith("_") && values.some((value) => value !== ""),
  )

const statusOf = (errors: FormState["errors"]): 413 | 422 =>
  Object.values(errors).includes("web:file.error.too-large") ? 413 : 422

/** What was typed, and either the input that the schema makes of it or the message at each field. */
export const readForm = async <S extends z.ZodType>(
  c: HonoContext<WebEnv>,
  schema: S,
): Promise<FormState & { readonly input: z.output<S> | null }> => {
  const { typed, files } = await readTyped(c)
  return parseTyped(typed, schema, files)
}

/** The same of what was typed at another time and kept. */
export const parseTyped = <S extends z.ZodType>(
  typed: Typed,
  schema: S,
  files: object = {},
): FormState & { readonly input: z.output<S> | null } => {
  const unusable = fieldsWithControls(typed)
  const parsed = schema.safeParse({ ...toInput(typed), ...files })
  if (parsed.success && Object.keys(unusable).length === 0) return { typed, errors: {}, input: parsed.data }
  return { typed, errors: { ...(parsed.success ? {} : fieldErrors(parsed.error)), ...unusable }, input: null }
}

const again = async <S extends z.ZodType>(
  c: HonoContext<WebEnv>,
  submission: Submission<S>,
  status: 409 | 413 | 422 | 429,
  form: FormState,
): Promise<Response> => {
  return c.html(drawPage(await submission.again(form)), status)
}

/** POST, then GET: a reload repeats nothing. */
export const seeOther = (c: HonoContext<WebEnv>, path: string, done?: MessageKey): Response => {
  if (done) setOwnCookie(c, c.var.context.baseUrl, { name: "enishi.flash", value: done, seconds: 30 })
  const address = c.var.view.href(path)
  // A script that shows how far the sending is would follow a 303 by itself, and read the notice that people should.
  if (c.req.header("x-sent-by") === "upload-field") return c.body(null, 201, { Location: address })
  return c.redirect(address, 303)
}

type Read = { readonly typed: Typed; readonly files: Readonly<Record<string, readonly Upload[]>> }

/** A form is read once, however many look at it. */
const read = new WeakMap<Request, Promise<Read>>()

const readTyped = (c: HonoContext<WebEnv>): Promise<Read> => {
  const known = read.get(c.req.raw)
  if (known) return known
  const reading = c.var.uploads ? readWithFiles(c) : readTexts(c)
  read.set(c.req.raw, reading)
  return reading
}

const readTexts = async (c: HonoContext<WebEnv>): Promise<Read> => {
  const body = await c.req.parseBody({ all: true }).catch(refuseBrokenBody)
  const typed = Object.entries(body).map(([name, value]) => [
    name,
    [value].flat().map((each) => (typeof each === "string" ? tidy(each) : "")),
  ])
  return { typed: Object.fromEntries(typed), files: {} }
}

const readWithFiles = async (c: HonoContext<WebEnv>): Promise<Read> => {
  const { texts, files } = await readParts(c)
  return { typed: byName(texts.map(([name, value]) => [name, tidy(value)] as const)), files: byName(files) }
}

const byName = <T>(pairs: readonly (readonly [string, T])[]): Record<string, T[]> => {
  const lists: [string, T[]][] = [...Map.groupBy(pairs, ([name]) => name)].map(([name, those]) => [
    name,
    those.map(([, value]) => value),
  ])
  return Object.fromEntries(lists)
}

/** A body of parts whose parts cannot be told apart: nothing of it could be shown again. */
const refuseBrokenBody = (error: unknown): never => {
  throw error instanceof TypeError ? new HTTPException(400, { cause: error }) : error
}

const fieldsWithControls = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([, values]) => values.some(hasControls))
      .map(([name]) => [name, "web:error.controls"]),
  )

/** Single values as text, repeated ones as lists; schemas say which they expect with `list()`. */
const toInput = (typed: Typed): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    Object.entries(typed).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? "") : values]),
  )

/** The first message of each field. */
const fieldErrors = (error: z.ZodError): Record<string, string> => {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[issue.path.join(".")] ??= messageOf(issue)
  return errors
}

/** Our schemas name message keys; what zod says by itself means that the field is missing or no such choice. */
const messageOf = (issue: z.core.$ZodIssue): string => {
  if (issue.message.includes(":") && !issue.message.includes(" ")) return issue.message
  if (issue.code === "too_big") return "web:error.too-long"
  return issue.code === "invalid_value" ? "web:error.choice" : "web:error.required"
}

const withKey = (c: HonoContext<WebEnv>, typed: Typed): Context => {
  const key = typed["_key"]?.[0]
  return key && isId(key) ? { ...c.var.context, formKey: key } : c.var.context
}

// Building blocks of form schemas: each says its own error.

/** One line or several, required; counted in characters as people see them. */
export const text = (most: number) =>
  z
    .string()
    .min(1, "web:error.required")
    .refine((value) => [...value].length <= most, "web:error.too-long")

/** The same, but it may stay empty. */
export const optionalText = (most: number) =>
  z
    .string()
    .default("")
    .refine((value) => [...value].length <= most, "web:error.too-long")

/** What browsers let people type in one line only: whoever sends more lines gets them in one. */
const inOneLine = (value: string): string => value.replaceAll(/\s*[\n\t\u2028\u2029]\s*/g, " ")

/** One line, required. */
export const line = (most: number) => text(most).transform(inOneLine)

/** One line, or nothing. */
export const optionalLine = (most: number) => optionalText(most).transform(inOneLine)

/** Check boxes: none, one or many. */
export const list = <T extends z.ZodType>(of: T) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(of),
  )

/** An address on the web, http or https only: never `javascript:`, nor one that poses as another before an `@`. */
export const optionalLink = () =>
  optionalText(500).refine((value) => value === "" || isWebAddress(value), "web:error.link")

const isWebAddress = (value: string): boolean => {
  const url = URL.parse(value)
  if (url === null || url.username !== "" || url.password !== "") return false
  return (url.protocol === "https:" || url.protocol === "http:") && url.hostname.includes(".")
}

/** A calendar day as people write it: 2026-04-01, 2026/4/1, 令和8年4月1日, full-width digits. */
export const day = () =>
  text(30).transform((value, context) => {
    const read = readDay(value)
    if (read) return read
    context.addIssue({ code: "custom", message: "web:error.day" })
    return z.NEVER
  })

/** The version of the record that the form was made from. */
export const version = () => z.coerce.number().int().min(0)
