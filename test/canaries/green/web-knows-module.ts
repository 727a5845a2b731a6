export type { Manifest } from "#web/manifest.ts"
