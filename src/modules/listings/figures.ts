import type { Metric } from "#kernel/figures.ts"

/** X7: one counter, shown under civic-portal and activity-publishing and never added together. */
export const informationItems: Metric = {
  system: "civic-portal",
  alsoIn: ["activity-publishing"],
  name: "portal.information-items",
  label: "listings:figure.information-items",
  slug: "information-items",
  kind: "flow",
  unit: "件",
  definition: "listings:figure.information-items-definition",
  separately: { dimension: "source", value: "import" },
}
