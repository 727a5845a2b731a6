import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import { isPublicId } from "#kernel/ids.ts"

// Each recipient answers by mail at an address of their own: base+CONVERSATION.SIGN@domain. The sign says who writes;
// what stands in From says nothing.

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

const letters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => alphabet[byte & 31]).join("")

/** Twelve letters, sixty bits: short enough to be typed from a printed mail. */
export const newAskerKey = (): string => letters(randomBytes(12))

export const newMailKey = (): string => randomBytes(32).toString("base64url")

/** As it stands in a mail: in groups of four. */
export const readableKey = (key: string): string => key.replaceAll(/(.{4})(?=.)/g, "$1-")

/** Addresses that a group takes no more messages from stand as hashes; what follows a `+` is the same mailbox. */
export const addressKey = (address: string): string =>
  createHash("sha256")
    .update(address.toLowerCase().replace(/\+[^@]*(?=@)/, ""))
    .digest("hex")

/** `who`: an account's id, or `asker`. */
const signOf = (mailKey: string, who: string): string =>
  letters(createHmac("sha256", mailKey).update(who).digest().subarray(0, 16))

type Signed = { readonly publicId: string; readonly mailKey: string }

export const replyAddressOf = (replyAddress: string, record: Signed, who: string): string => {
  const [name = "", domain = ""] = replyAddress.split("@")
  return `${name}+${record.publicId}.${signOf(record.mailKey, who)}@${domain}`
}

export type Token = { readonly publicId: string; readonly sign: string }

/** The token in the first of these addresses that has one. Mail servers may change the case of letters. */
export const tokenIn = (replyAddress: string, addresses: readonly string[]): Token | null => {
  const [name = "", domain = ""] = replyAddress.toLowerCase().split("@")
  for (const address of addresses) {
    const plain = address.trim().toLowerCase()
    if (!plain.startsWith(`${name}+`) || !plain.endsWith(`@${domain}`)) continue
    const [publicId = "", sign = ""] = plain.slice(name.length + 1, -domain.length - 1).split(".")
    if (isPublicId(publicId) && sign.length === 16) return { publicId, sign }
  }
  return null
}

export const isSignOf = (mailKey: string, who: string, sign: string): boolean => {
  const expected = Buffer.from(signOf(mailKey, who))
  const given = Buffer.from(sign)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
