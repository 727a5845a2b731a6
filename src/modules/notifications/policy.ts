import { type Actor, type Permission, postHat } from "#kernel/actor.ts"

/** X17: officers send again what their own body could not send; nobody else knows of it. */
export const canRetry = (actor: Actor, message: { readonly bodyId: string | null }): Permission => {
  if (!message.bodyId || actor.wearing?.bodyId !== message.bodyId) return "hidden"
  return postHat(actor, "notifications", "officer", null) ?? "refused"
}
