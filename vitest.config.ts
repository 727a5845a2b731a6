import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    exclude: ["test/journeys/**", "node_modules/**", "dist/**"],
    globalSetup: ["test/support/global-setup.ts"],
    pool: "threads",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ["default"],
    env: { TZ: "UTC" },
  },
})
