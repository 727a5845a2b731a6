import { createHash, randomBytes } from "node:crypto"

/** What stands in the link of a mail, and the hash by which the database knows it. */
export const newLinkToken = (): { readonly token: string; readonly hash: Buffer } => {
  const token = randomBytes(24).toString("base64url")
  return { token, hash: hashOfToken(token) }
}

export const hashOfToken = (token: string): Buffer => createHash("sha256").update(token).digest()
