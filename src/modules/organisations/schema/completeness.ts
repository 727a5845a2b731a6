import { isReachable, type Profile, type ProfileField } from "./form.ts"

/** What a registration cannot do without, of what this one has not. civic-portal.U1. */
export const missingOf = (profile: Profile): ProfileField[] => {
  const missing: ProfileField[] = []
  if (profile.kana === "") missing.push("kana")
  if (profile.fields.length === 0) missing.push("fields")
  if (profile.purpose === "") missing.push("purpose")
  if (profile.contactName === "") missing.push("contactName")
  if (!isReachable(profile)) missing.push("contactPhone")
  return missing
}

const helpful = [
  ["activities", ({ activities }) => activities !== ""],
  ["since", ({ since }) => since !== ""],
  ["size", ({ size }) => size !== ""],
  ["website", ({ website, links }) => website !== "" || links.length > 0],
  ["english", ({ english }) => english !== ""],
  ["purposeEnglish", ({ purposeEnglish }) => purposeEnglish !== ""],
] as const satisfies readonly (readonly [ProfileField, (profile: Profile) => boolean])[]

/** What would tell citizens more, in the order in which it helps most. Nothing of it is needed. */
export const wouldHelp = (profile: Profile): (typeof helpful)[number][0][] =>
  helpful.filter(([, isThere]) => !isThere(profile)).map(([field]) => field)
