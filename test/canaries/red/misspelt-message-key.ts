import type { View } from "#web/view.ts"

export const label = (view: View) => view.text("web:requierd")
