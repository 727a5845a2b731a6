import { z } from "zod"

/** Two buttons: anything else means no. */
export const morningForm = z.object({ wanted: z.enum(["yes", "no"]).catch("no") })
