import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { findBinaries, makeMissingLinks } from "./binaries.ts"

test("issue 2 line 1: libraries are linked when the install scripts were left out, and links that exist stay", () => {
  const folder = mkdtempSync(join(tmpdir(), "enishi-links-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const native = join(folder, "native")
  mkdirSync(join(native, "lib"), { recursive: true })
  writeFileSync(join(native, "lib", "libx.so.1.2"), "")
  const links = ["libx.so", "libx.so.1"].map((name) => ({
    source: "native/lib/libx.so.1.2",
    target: `native/lib/${name}`,
  }))
  writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify(links))

  makeMissingLinks(native)
  makeMissingLinks(native)

  expect(readlinkSync(join(native, "lib", "libx.so"))).toBe("libx.so.1.2")
  expect(readlinkSync(join(native, "lib", "libx.so.1"))).toBe("libx.so.1.2")
})

test("the programs of this platform are found", async () => {
  const { initdb, postgres } = await findBinaries()
  expect([initdb, postgres].map((path) => path.split("/").at(-1))).toEqual(["initdb", "postgres"])
})
