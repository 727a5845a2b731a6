/** Whether an office looks at a listing before it is public: at none, at the first of each group, at all. */
export const reviews = ["off", "first", "all"] as const
export type Review = (typeof reviews)[number]

/** The roads on which a written listing leaves its group's hands. */
export type Way = "publish" | "schedule" | "submit"
