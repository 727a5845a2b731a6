import { routes } from "#web/context.ts"
import { profilePage } from "./profile.tsx"
import { sessionsPage } from "./sessions.tsx"

export const accountsMy = routes().route("/", profilePage).route("/", sessionsPage)
