import { expect, test } from "vitest"
import { inPattern, readQuestion } from "#kernel/question.ts"

test.each([
  ["06-6208-0001", ["+81662080001%", "%0662080001%"]],
  ["０６ー６２０８ー０００１", ["+81662080001%", "%0662080001%"]],
  ["(06) 6208", ["+8166208%", "%066208%"]],
  ["0001", ["+81001%", "%0001%"]],
  ["6208", ["%6208%"]],
  ["+81 6 6208 0001", ["%+81662080001%"]],
  ["208", []],
  ["06-6208-000a", []],
  ["6208%", []],
])("X11: %s is looked for among telephones as it is kept", (typed, phones) => {
  expect(readQuestion(typed).phones).toEqual(phones)
})

test("X11: a name is looked for as it is kept, however wide and in whatever kana it was typed", () => {
  expect(readQuestion("　ｺﾄﾞﾓ食堂　").key).toBe(readQuestion("子ども食堂").key)
  expect(readQuestion("ー").key).toBe("")
})

test("signs of a pattern mean themselves", () => {
  expect(inPattern("100%_\\")).toBe("100\\%\\_\\\\")
})
