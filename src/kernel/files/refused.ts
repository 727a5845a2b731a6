/** Why a file is not taken: the end of a message key, `web:file.refused.…`. */
export type Refusal =
  | "broken"
  | "empty"
  | "too-large"
  | "heic"
  | "svg"
  | "no-picture"
  | "no-document"
  | "no-either"
  | "pixels"
  | "script"
  | "attachment"
  | "password"

export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`refused: ${refusal}`)
    this.refusal = refusal
  }
}
