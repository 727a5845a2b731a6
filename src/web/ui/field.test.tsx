import { expect, test } from "vitest"
import { draw } from "#jsx"
import { testView } from "#web/test-view.tsx"
import { CheckboxesField, RadiosField } from "./choice-fields.tsx"
import { DateField, TimeField } from "./date-field.tsx"
import { TextareaField, TextField } from "./text-field.tsx"

const view = testView()
const base = { view, name: "name", label: "名前" }

test("error and hint are tied to the field, the error first", () => {
  const html = draw(<TextField {...base} error="入力してください" hint="略さずに" />)
  expect(html).toContain('aria-describedby="field-name-error field-name-hint"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('id="field-name-error">＊入力してください')
})

test("without error or hint nothing dangles", () => {
  expect(draw(<TextField {...base} />)).not.toMatch(/aria-describedby|aria-invalid/)
})

test("required and optional are both written out", () => {
  expect(draw(<TextField {...base} required />)).toContain("※必須")
  expect(draw(<TextField {...base} />)).toContain("※任意")
  expect(draw(<TextField {...base} mark={false} />)).not.toContain("※")
})

test("what people typed comes back as text", () => {
  expect(draw(<TextField {...base} value={'"><script>'} />)).toContain('value="&quot;&gt;&lt;script&gt;"')
  expect(draw(<TextareaField {...base} value={"\n</textarea>"} />)).toContain(">\n\n&lt;/textarea&gt;<")
})

test.each(["2026-02-30", "令和8年4月1日", "2026/4/1", "あした"])(
  "%s is given back as typed: a date input would drop it",
  (value) => {
    expect(draw(<DateField {...base} value={value} />)).toContain(`type="text" value="${value}"`)
  },
)

test("a day of the calendar and an empty field use the browser's calendar", () => {
  expect(draw(<DateField {...base} value="2028-02-29" />)).toContain('type="date" value="2028-02-29"')
  expect(draw(<DateField {...base} />)).toContain('type="date"')
})

test("a time that is none is given back as typed", () => {
  expect(draw(<TimeField {...base} value="25:00" />)).toMatch(/type="text" value="25:00"/)
  expect(draw(<TimeField {...base} value="09:30" />)).toMatch(/type="time" value="09:30"/)
})

test("the first choice carries the field's id: that is where the error summary leads", () => {
  const options = [
    { value: "a", label: "ひとつ" },
    { value: "b", label: "ふたつ", hint: "こちらは二つ" },
  ]
  const boxes = draw(<CheckboxesField {...base} options={options} values={["b"]} error="選んでください" />)
  expect(boxes).toContain('id="field-name" name="name" value="a"')
  expect(boxes).toMatch(/id="field-name-2"[^>]* checked=""/)
  expect(boxes).toContain('<fieldset class="field" data-invalid="true" aria-describedby="field-name-error">')
  expect(draw(<RadiosField {...base} options={options} value="a" />)).toMatch(/value="a" checked=""/)
})
