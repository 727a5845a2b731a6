import { createHash, createHmac } from "node:crypto"

// The code on a receipt by which a person takes over a group: sixty bits, in letters and digits that cannot be mixed up.

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
const length = 12

/**
 * Made from the installation's secret and the code's id, so that the receipt can be printed again while only a hash
 * stands in the database.
 */
export const claimCodeOf = (secret: string, id: string): string => {
  const bytes = createHmac("sha256", secret).update(`organisations.claim:${id}`).digest()
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte & 31]).join("")
}

/** As printed: 4jx2-9mdq-t07z. */
export const inGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join("-").toUpperCase()

/** X11: as typed from paper, in whatever width and case; O is read as 0, I and L as 1. */
export const readClaimCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, "")
    .replaceAll("o", "0")
    .replaceAll(/[il]/g, "1")

export const hashOfCode = (code: string): string => createHash("sha256").update(`claim:${code}`).digest("hex")
