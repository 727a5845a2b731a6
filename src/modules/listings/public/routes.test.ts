import { expect, test } from "vitest"
import { testProgram } from "#test/support/program.ts"

const { ask } = await testProgram({ demo: true })

test("the list stands there", async () => {
  for (const lang of ["ja", "en", "ja-easy"]) {
    const page = await ask(`/listings?lang=${lang}`)
    expect(page.status).toBe(200)
  }
})
