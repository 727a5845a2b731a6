import { municipalEvents } from "./municipal-events.ts"
import type { Profile } from "./profile.ts"
import { takamatsuEvents } from "./takamatsu-events.ts"

/** What can be taken over from other publishers. */
export const importProfiles: readonly Profile[] = [takamatsuEvents, municipalEvents]
