import { z } from "zod"
import { defineJob } from "./jobs.ts"

/** Form keys guard against the second press of a button, not against the same thought a week later. */
const kept = { hours: 7 * 24 }

export const sweepFormKeys = defineJob(
  "kernel.sweep-form-keys",
  z.object({}),
  async ({ database, clock }) => {
    await database.deleteFrom("formKeys").where("createdAt", "<", clock.now().subtract(kept)).execute()
  },
)

/** Every night at 03:20 in Japan: the queue counts in UTC. */
export const sweepSchedule = { job: sweepFormKeys, crontab: "20 18 * * *" }
