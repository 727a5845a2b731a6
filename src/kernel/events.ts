import type { Work } from "#kernel/transaction.ts"

/** A thing that happened, declared in the front door of the module where it happens. */
export type EventType<P> = { readonly name: string; readonly example?: P }

export const eventType = <P>(name: string): EventType<P> => ({ name })

export type Handler = {
  readonly event: string
  readonly handle: (work: Work, payload: never) => Promise<void>
}

export type Handlers = ReadonlyMap<string, readonly Handler[]>

/** Declares, in a manifest, what a module does when something happens elsewhere: in the same transaction. */
export const on = <P>(event: EventType<P>, handle: (work: Work, payload: P) => Promise<void>): Handler => ({
  event: event.name,
  handle,
})

export const collectHandlers = (handlers: readonly Handler[]): Handlers =>
  Map.groupBy(handlers, (handler) => handler.event)

/** Tells everyone who declared a handler, one after the other, inside the transaction. */
export const emit = async <P>(work: Work, event: EventType<P>, payload: P): Promise<void> => {
  for (const { handle } of work.handlers.get(event.name) ?? []) {
    await (handle as (work: Work, payload: P) => Promise<void>)(work, payload)
  }
}
