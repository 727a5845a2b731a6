import { defineConfig } from "vitest/config"
import { LongestFirst } from "./test/support/longest-first.ts"

// What is proved on the really running program: separate processes, a real browser, real mail.
export default defineConfig({
  test: {
    include: ["test/journeys/**/*.test.ts"],
    globalSetup: ["test/journeys/support/global-setup.ts"],
    pool: "forks",
    // Much of a journey is waiting: three at once keep two cores busy.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    sequence: { sequencer: LongestFirst },
    reporters: ["default"],
    env: { TZ: "UTC" },
  },
})
