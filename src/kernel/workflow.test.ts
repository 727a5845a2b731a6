import { expect, test } from "vitest"
import { Conflict } from "./errors.ts"
import { diagram, eventsOf, move, permits, policyTable, workflow } from "./workflow.ts"

const loan = workflow({
  name: "loan",
  initial: "asked",
  states: ["asked", "lent", "back"],
  roles: ["borrower", "keeper"],
  events: {
    lend: { from: ["asked"], to: "lent", by: ["keeper"], guard: "in stock" },
    giveBack: { from: ["lent"], to: "back", by: ["borrower", "keeper"] },
    askAgain: { from: ["back", "asked"], to: "asked", by: ["borrower"], reason: true },
  },
})

const allowed = {
  lend: ["asked:keeper"],
  giveBack: ["lent:borrower", "lent:keeper"],
  askAgain: ["asked:borrower", "back:borrower"],
}

test("house §3: every state × event × role is allowed as declared and not otherwise", () => {
  for (const event of eventsOf(loan)) {
    const found = loan.states.flatMap((state) =>
      loan.roles
        .filter((role) => permits(loan, event, state, new Set([role])))
        .map((role) => `${state}:${role}`),
    )
    expect(found).toEqual(allowed[event])
  }
})

test("nobody without a role may do anything", () => {
  const chances = loan.states.flatMap((state) =>
    eventsOf(loan).filter((event) => permits(loan, event, state, new Set())),
  )
  expect(chances).toEqual([])
})

test("an event leads to its state, and is a conflict where it is not possible", () => {
  expect(move(loan, "lend", "asked")).toBe("lent")
  expect(() => move(loan, "lend", "back")).toThrow(Conflict)
})

test("the diagram and the table show every event of the declaration", () => {
  expect(diagram(loan)).toBe(`stateDiagram-v2
  [*] --> asked
  asked --> lent: lend
  lent --> back: giveBack
  back --> asked: askAgain
  asked --> asked: askAgain`)
  expect(policyTable(loan).split("\n").slice(2)).toEqual([
    "| lend | asked | lent | keeper | in stock |",
    "| giveBack | lent | back | borrower, keeper |  |",
    "| askAgain | back, asked | asked | borrower |  |",
  ])
})
