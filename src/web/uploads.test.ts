import { describe, expect, test } from "vitest"
import { keepParts } from "./uploads.ts"

const boundary = "----part"
const form = (parts: readonly string[]): string =>
  `${parts.map((part) => `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n${part}\r\n`).join("")}--${boundary}--\r\n`

/** In pieces of some bytes, as the net brings them. */
async function* inPieces(text: string, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size))
}

const textOf = ({ kept }: { readonly kept: Uint8Array }): string => Buffer.from(kept).toString()

describe("issue 3 line 16: a form with files is read piece by piece", () => {
  test.each([1, 7, 64, 10_000])(
    "what is small enough comes through as it is, in pieces of %i bytes",
    async (size) => {
      const whole = form(["one", "", "\r\n--not-the-boundary\r\n"])
      const found = await keepParts(inPieces(whole, size), boundary, 1000)
      expect(textOf(found)).toBe(whole)
      expect(found.cut.size).toBe(0)
    },
  )

  test.each([999, 100_000])(
    "what is too large is cut off, and what stands before and after it is not: %i",
    async (size) => {
      const whole = form(["before", "x".repeat(300_000), "after"])
      const found = await keepParts(inPieces(whole, size), boundary, 100_000)
      expect([...found.cut]).toEqual([1])
      expect(found.kept.length).toBeLessThan(200_000)
      const body = new Uint8Array(found.kept)
      const headers = { "content-type": `multipart/form-data; boundary=${boundary}` }
      const values = (await new Response(body, { headers }).formData()).getAll("a").map(String)
      expect([values[0], values[2]]).toEqual(["before", "after"])
    },
  )

  test("nobody is listened to for ever", async () => {
    const endless = async function* () {
      for (;;) yield Buffer.alloc(1024 * 1024)
    }
    await expect(keepParts(endless(), boundary, 1000)).rejects.toMatchObject({ status: 413 })
  })
})
