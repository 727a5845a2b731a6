import { nameKey } from "#kernel/text.ts"
import type { Profile } from "./form.ts"

/** Legal forms as they are read, in folded kana. */
const readLegalForms =
  /(?:にんてい)?とくていひえいりかつどうほうじん|(?:にんてい)?えぬぴおほうじん|(?:いつぱん|こうえき)?(?:しやだん|ざいだん)ほうじん|しやかいふくしほうじん|かぶしき[かが]いしや|ゆうげん[かが]いしや/g

/** Folded reading, by which two spellings of one name are recognised. */
export const kanaKey = (kana: string): string => nameKey(kana).replaceAll(readLegalForms, "")

/** What is kept beside a profile to recognise a second registration of the same group. */
export const keysOf = (profile: Pick<Profile, "name" | "kana">) => ({
  nameKey: nameKey(profile.name),
  kanaKey: kanaKey(profile.kana),
})
