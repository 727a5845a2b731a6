import { z } from "zod"
import { optionalText, version } from "#web/forms.ts"
import { outside, profileFields, type Profile, type ProfileField } from "./form.ts"
import { profileTexts } from "./profile.ts"

/** Whose value stays; lists may be put together. */
export const takes = ["survivor", "other", "both"] as const
export type Take = (typeof takes)[number]
export type Choices = Readonly<Partial<Record<ProfileField, Take>>>

const choices = Object.fromEntries(
  profileFields.map((field) => [`take-${field}`, z.enum(takes).optional()] as const),
)

export const mergeForm = z.object({
  ...choices,
  _version: version(),
  otherVersion: version(),
  reason: optionalText(500),
  sure: z.literal("yes", "organisations:error.merge-sure"),
})

export const choicesIn = (input: Readonly<Record<string, unknown>>): Choices => {
  const found: Partial<Record<ProfileField, Take>> = {}
  for (const field of profileFields) {
    const take = takes.find((each) => each === input[`take-${field}`])
    if (take) found[field] = take
  }
  return found
}

/** The fields in which two profiles differ, in the order of the form. */
export const differing = (survivor: Profile, other: Profile): ProfileField[] => {
  const [one, two] = [profileTexts(survivor), profileTexts(other)]
  return profileFields.filter((field) => one[field] !== two[field])
}

export const isList = (profile: Profile, field: ProfileField): boolean => Array.isArray(profile[field])

/** One profile out of two, field by field. */
export const mergedProfile = (survivor: Profile, other: Profile, chosen: Choices): Profile => {
  const taken = profileFields.map((field) => [field, valueOf(survivor, other, field, chosen[field])])
  const merged = Object.fromEntries(taken) as unknown as Profile
  // Put together, areas hold both main ones, of which one stays the main one.
  const mains = chosen.areas === "both" ? [survivor.mainArea, other.mainArea] : []
  const areas = [...new Set([...merged.areas, ...mains])]
  return { ...merged, areas: areas.filter((code) => code !== merged.mainArea && code !== outside) }
}

const valueOf = (survivor: Profile, other: Profile, field: ProfileField, take: Take | undefined): unknown => {
  if (take === "other") return other[field]
  if (take === "both" && isList(survivor, field))
    return unlike([...(survivor[field] as readonly unknown[]), ...(other[field] as readonly unknown[])])
  return survivor[field]
}

const unlike = (values: readonly unknown[]): unknown[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]
