export type Got = { readonly status: number; readonly body: string; readonly headers: Headers }

export type Visitor = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Got>
  readonly post: (path: string, form: Form) => Promise<Got>
  /** A form with one file. */
  readonly bring: (path: string, form: Form, field: string, file: File) => Promise<Got>
  /** Opens a page and sends the form on it that goes to `action`, with its hidden fields. */
  readonly send: (page: string, action: string, form: Form) => Promise<Got>
  /** The same person, with the same session, at another address of the program. */
  readonly at: (url: string) => Visitor
}

type Form = Readonly<Record<string, string | readonly string[]>>

/** Somebody who asks without a browser: anonymous, or a person of the demo. */
export const visitor = async (url: string, person?: string): Promise<Visitor> => {
  if (!person) return visiting(url, "")
  const { status, headers } = await visiting(url, "").post("/demo/sign-in", { person })
  if (status !== 303) throw new Error(`${person} cannot sign in: ${status}`)
  const cookies = headers.getSetCookie().map((each) => each.split(";")[0])
  return visiting(url, cookies.join("; "))
}

const visiting = (url: string, cookie: string): Visitor => {
  const ask = async (path: string, init: RequestInit): Promise<Got> => {
    const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) }
    const response = await fetch(`${url}${path}`, { ...init, headers, redirect: "manual" })
    return { status: response.status, body: await response.text(), headers: response.headers }
  }
  const get: Visitor["get"] = (path, headers = {}) => ask(path, { headers })
  const post: Visitor["post"] = (path, form) => ask(path, { method: "POST", body: bodyOf(form) })
  const bring: Visitor["bring"] = (path, form, field, file) => {
    const body = new FormData()
    for (const [name, value] of bodyOf(form)) body.append(name, value)
    body.append(field, file)
    return ask(path, { method: "POST", body })
  }
  const send: Visitor["send"] = async (page, action, form) => {
    const { body, status } = await get(page)
    if (status !== 200) throw new Error(`${page} answers ${status}`)
    return post(action, { ...hiddenFieldsOf(body, action), ...form })
  }
  return { get, post, bring, send, at: (other) => visiting(other, cookie) }
}

const bodyOf = (form: Form): URLSearchParams => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) body.append(name, each)
  return body
}

const hiddenFieldsOf = (html: string, action: string): Record<string, string> => {
  const forms = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form)
  const form = forms.find((each) => each.includes(`action="${action}`))
  if (!form) throw new Error(`there is no form to ${action}`)
  const fields = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([field]) => field)
  return Object.fromEntries(fields.map((field) => [attribute(field, "name"), attribute(field, "value")]))
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ""
