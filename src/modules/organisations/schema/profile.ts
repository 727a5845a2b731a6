import { profileFields, type Profile, type ProfileField } from "./form.ts"
import { linkTexts, recognitionTexts, rowValues } from "./rows.ts"

/** A profile as texts by field: lists with commas, for comparing and for showing two editors both versions. */
export const profileTexts = (profile: Profile): Record<ProfileField, string> => ({
  ...profile,
  areas: profile.areas.join(","),
  districts: profile.districts.join("、"),
  fields: profile.fields.join(","),
  recognitions: recognitionTexts(profile.recognitions),
  links: linkTexts(profile.links),
  shown: profile.shown.join(","),
})

/** A profile as the values that a form is filled with. */
export const profileValues = (profile: Profile): Record<string, string | readonly string[]> => ({
  ...profileTexts(profile),
  areas: profile.areas,
  fields: profile.fields.map(String),
  shown: profile.shown,
  ...rowValues("links", profile.links),
  ...rowValues("recognitions", profile.recognitions),
})

/** What differs, as it was and as it is. */
export const changesBetween = (before: Profile, after: Profile) => {
  const [was, is] = [profileTexts(before), profileTexts(after)]
  const changed = profileFields.filter((field) => was[field] !== is[field])
  return {
    before: Object.fromEntries(changed.map((field) => [field, was[field]])),
    after: Object.fromEntries(changed.map((field) => [field, is[field]])),
  }
}
