import type { View } from "#web/view.ts"
import { type Body, bodyLabel } from "#modules/places"

type Words = Pick<View, "text" | "lang">

/** A message that may not be there: later modules name their own verbs and kinds of records, or leave it. */
const textOr = (view: Words, key: string, otherwise: string): string => {
  try {
    return view.text(key)
  } catch {
    return otherwise
  }
}

/** `organisations.approve` is called `organisations:verb.approve` in the catalogue of its module. */
export const verbWords = (view: Words, verb: string): string => {
  const dot = verb.indexOf(".")
  return textOr(view, `${verb.slice(0, dot)}:verb.${verb.slice(dot + 1)}`, verb)
}

export const kindWords = (view: Words, kind: string): string => textOr(view, `accounts:kind.${kind}`, kind)

/** As hatName() in kernel/actor.ts wrote it down. */
export const hatWords = (view: Words, hat: string, bodies: readonly Body[]): string => {
  const [kind = "", first = "", , bodyId = "", , standing] = hat.split(":")
  if (kind === "post") {
    const body = bodies.find((each) => each.id === bodyId)
    const role = textOr(view, `accounts:role.${first}`, first)
    const words = view.text("accounts:hat.post", { body: body ? bodyLabel(view, body) : bodyId, role })
    return standing === "deputy" ? view.text("accounts:hat.deputy", { hat: words }) : words
  }
  if (kind === "member") return textOr(view, `accounts:hat.${first}`, first)
  if (kind === "system") return view.text("accounts:hat.system", { name: first })
  return textOr(view, `accounts:hat.${kind}`, hat)
}
