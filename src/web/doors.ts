import { type Actor, postHat } from "#kernel/actor.ts"
import type { Door, Manifest } from "#web/manifest.ts"

/** Doors in their order; the one that leads nearest to where the reader stands is the current one. */
export const inOrder = <D extends Door>(doors: readonly D[], path: string) => {
  const [here] = doors
    .filter((door) => [door.href, ...(door.covers ?? [])].some((place) => isWithin(path, place)))
    .sort((a, b) => b.href.length - a.href.length)
  return [...doors]
    .sort((a, b) => (a.order ?? 50) - (b.order ?? 50))
    .map((door) => ({ door, current: door === here }))
}

const isOpenTo = (door: Door, actor: Actor): boolean => {
  const kind = actor.wearing?.bodyKind
  if (door.bodies && (!kind || !door.bodies.includes(kind))) return false
  return postHat(actor, door.programme ?? "*", door.role ?? "viewer", null) !== null
}

const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

/** What the worn post may open. */
export const programmesOf = (
  modules: readonly Manifest[],
  actor: Actor,
): (Door & { readonly module: string })[] =>
  modules
    .flatMap((module) => (module.programmes ?? []).map((door) => ({ ...door, module: module.name })))
    .filter((door) => isOpenTo(door, actor))
