import { eventType } from "#kernel/events.ts"

type Subject = { readonly id: string }

/** A group became registered for the first time: its page is public from now on. */
export const organisationRegistered = eventType<Subject>("organisations.registered")
/** What is public about a group changed. */
export const organisationChanged = eventType<Subject>("organisations.changed")
/** A group is no longer public, for now or for good. */
export const organisationHidden = eventType<Subject>("organisations.hidden")
/** A hidden group is public again. */
export const organisationShown = eventType<Subject>("organisations.shown")
