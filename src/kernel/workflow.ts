import { Conflict } from "#kernel/errors.ts"

// A workflow is declared once as data. Diagram, policy table and the exhaustive test are made from the declaration.

export type Transition<State extends string, Role extends string> = {
  readonly from: readonly State[]
  readonly to: State
  readonly by: readonly Role[]
  /** Message-less name of a condition on the record, checked by the command that asks. */
  readonly guard?: string
  /** The person must say why. */
  readonly reason?: true
}

export type Workflow<State extends string, Event extends string, Role extends string> = {
  readonly name: string
  readonly initial: State
  readonly states: readonly State[]
  readonly roles: readonly Role[]
  readonly events: Readonly<Record<Event, Transition<State, Role>>>
  /** States that wait for somebody: business days until it is due, by the name of the city's setting. */
  readonly deadlines?: Partial<Record<State, string>>
}

export const workflow = <const State extends string, const Event extends string, const Role extends string>(
  declaration: Workflow<State, Event, Role>,
): Workflow<State, Event, Role> => declaration

/** May somebody with these roles do this in this state? */
export const permits = <State extends string, Event extends string, Role extends string>(
  flow: Workflow<State, Event, Role>,
  event: Event,
  state: State,
  roles: ReadonlySet<Role>,
): boolean => flow.events[event].from.includes(state) && flow.events[event].by.some((role) => roles.has(role))

/** The state after an event; a Conflict when the record has moved on since the person looked. */
export const move = <State extends string, Event extends string, Role extends string>(
  flow: Workflow<State, Event, Role>,
  event: Event,
  state: State,
): State => {
  const { from, to } = flow.events[event]
  if (!from.includes(state))
    throw new Conflict(`${flow.name}: ${event} is not possible in ${state}`, { say: "web:error.moved-on" })
  return to
}

export const eventsOf = <Event extends string>(flow: {
  readonly events: Readonly<Record<Event, unknown>>
}): Event[] => Object.keys(flow.events) as Event[]

/** The declaration as a Mermaid state diagram, for the module's README. */
export const diagram = (flow: Workflow<string, string, string>): string =>
  [
    "stateDiagram-v2",
    `  [*] --> ${flow.initial}`,
    ...Object.entries(flow.events).flatMap(([event, { from, to }]) =>
      from.map((state) => `  ${state} --> ${to}: ${event}`),
    ),
  ].join("\n")

/** The declaration as a table of who may do what in which state, for the module's README. */
export const policyTable = (flow: Workflow<string, string, string>): string =>
  [
    `| event | from | to | by | guard |`,
    `| --- | --- | --- | --- | --- |`,
    ...Object.entries(flow.events).map(
      ([event, { from, to, by, guard }]) =>
        `| ${event} | ${from.join(", ")} | ${to} | ${by.join(", ")} | ${guard ?? ""} |`,
    ),
  ].join("\n")
