import { describe, expect, test } from "vitest"
import { closureForm, decisionForm, reasonsAtFields, suspensionForm } from "./office-form.ts"

const many = (letter: string, count: number): string => letter.repeat(count)

describe("what the office decides", () => {
  const decide = (change: object) => decisionForm.safeParse({ _version: "2", ...change })
  const checked = ["place", "purpose", "contact", "duplicate"]

  test("X16: a return and a refusal need a reason, an approval does not", () => {
    for (const decision of ["return", "refuse"]) {
      expect(decide({ decision }).error?.issues[0]).toMatchObject({
        path: ["reason"],
        message: "organisations:error.reason",
      })
      expect(decide({ decision, reason: "理由" }).success).toBe(true)
    }
    expect(decide({ decision: "approve", checked }).success).toBe(true)
    expect(decide({ decision: "close", reason: "理由" }).success).toBe(false)
  })

  test("X16: nothing is registered before every point was confirmed", () => {
    expect(decide({ decision: "approve", checked: checked.slice(1) }).error?.issues[0]?.path).toEqual([
      "checked",
    ])
    expect(decide({ decision: "approve", checked: [...checked.slice(1), "else"] }).success).toBe(false)
  })

  test("X16: reasons stand at their fields; other names are nobody's", () => {
    const input = decide({
      decision: "return",
      reason: "理由",
      "at-kana": "読み",
      "at-name": "",
      "at-else": "x",
    })
    expect(reasonsAtFields(input.data ?? {})).toEqual({ kana: "読み" })
    expect(decide({ decision: "return", reason: "理由", "at-kana": many("あ", 301) }).success).toBe(false)
  })

  test("X13: hiding and ending need a reason that the public can read", () => {
    expect(suspensionForm.safeParse({ reason: "" }).success).toBe(false)
    expect(suspensionForm.safeParse({ reason: many("あ", 1001) }).success).toBe(false)
    expect(closureForm.safeParse({ closing: "" }).success).toBe(false)
    expect(closureForm.parse({ closing: "解散" })).toEqual({ closing: "解散", mistaken: false })
  })
})
