import { defineConfig } from "vitest/config"
import { LongestFirst } from "./test/support/longest-first.ts"

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    exclude: ["test/journeys/**", "node_modules/**", "dist/**"],
    globalSetup: ["test/support/global-setup.ts"],
    pool: "threads",
    // The database does half of the work: three at once keep two cores busy.
    maxWorkers: 3,
    // Loading the program anew for each file took a third of the time. What a test puts into a shared place, such as
    // the outgoing mail, it puts there before it looks.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    reporters: ["default"],
    env: { TZ: "UTC" },
  },
})
