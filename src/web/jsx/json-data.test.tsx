import { expect, test } from "vitest"
import { draw } from "#jsx"
import { JsonData } from "./json-data.tsx"

test("data cannot end its own script element", () => {
  const html = draw(<JsonData data={{ name: "</script><script>alert(1)</script>" }} />)
  expect(html.match(/<\/script>/g)).toHaveLength(1)
  expect(JSON.parse(html.replaceAll(/<\/?script[^>]*>/g, ""))).toEqual({
    name: "</script><script>alert(1)</script>",
  })
})
