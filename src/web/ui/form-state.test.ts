import { expect, test } from "vitest"
import { testView } from "#web/test-view.tsx"
import { boxesOf, errorsOf, fieldsOf } from "./form-state.ts"

const view = testView()
const form = {
  typed: { name: ["あべの"], fields: ["3", "7"] },
  errors: { fields: "web:error.choice", name: "web:error.too-long", "": "web:error.unexpected" },
}

test("a field gets what was typed and what is wrong with it", () => {
  expect(fieldsOf(view, form)("name")).toEqual({
    view,
    name: "name",
    value: "あべの",
    error: "もう少し短くしてください",
  })
  expect(fieldsOf(view, form)("phone")).toEqual({ view, name: "phone", value: "", error: undefined })
  expect(boxesOf(view, form)("fields").values).toEqual(["3", "7"])
})

test("errors stand in the order of the page, that of the whole form first", () => {
  const errors = errorsOf(view, form, { name: "名前", fields: "分野" })
  expect(errors.map(({ name, label }) => [name, label])).toEqual([
    ["", undefined],
    ["name", "名前"],
    ["fields", "分野"],
  ])
})
