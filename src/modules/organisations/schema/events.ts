import { eventType } from "#kernel/events.ts"

type Subject = { readonly id: string }

/** A group became registered for the first time: its page is public from now on. */
export const organisationRegistered = eventType<Subject>("organisations.registered")
/** What is public about a group changed. */
export const organisationChanged = eventType<Subject>("organisations.changed")
/** A group is no longer public, for now or for good; the public reads the reason. */
export const organisationHidden = eventType<Subject & { readonly reason?: string }>("organisations.hidden")
/** A hidden group is public again. */
export const organisationShown = eventType<Subject>("organisations.shown")

type Pair = { readonly survivor: string; readonly other: string }

/** Two groups became one: everything of the other is the survivor's from now on. */
export const organisationsMerged = eventType<Pair>("organisations.merged")
/** A merge was taken back: what came with it goes home. */
export const organisationsParted = eventType<Pair>("organisations.parted")
