// The few ways in which something is refused. web/errors.tsx turns each into a page or a problem document.
// `message` is for logs; `say` names the message that the person reads.

export type FieldErrors = Readonly<Record<string, string>>

class Refusal extends Error {
  readonly say: string | undefined
  constructor(message: string, say?: string) {
    super(message)
    this.name = new.target.name
    this.say = say
  }
}

/** There is no such record, or the actor may not see it: to the actor it is the same. */
export class NotFound extends Refusal {}

/** Once public and now withdrawn or hidden; `reason` is what the public may know. */
export class Gone extends Refusal {
  readonly reason: string
  constructor(message: string, reason: string) {
    super(message)
    this.reason = reason
  }
}

/** The actor sees the record but may not do this with it. */
export class Forbidden extends Refusal {}

/** Input that breaks a rule: message keys by field name; `""` is the form as a whole. */
export class Invalid extends Refusal {
  readonly fields: FieldErrors
  constructor(fields: FieldErrors) {
    super(`invalid: ${Object.keys(fields).join(", ")}`)
    this.fields = fields
  }
}

/** The record is no longer as the actor saw it. `current` is how it stands now, for both texts to be shown. */
export class Conflict extends Refusal {
  readonly current: Readonly<Record<string, string>> | undefined
  readonly version: number | undefined
  constructor(
    message: string,
    options: { current?: Readonly<Record<string, string>>; version?: number; say?: string } = {},
  ) {
    super(message, options.say)
    this.current = options.current
    this.version = options.version
  }
}

/** Too often; `retryAfter` in seconds. */
export class TooMany extends Refusal {
  readonly retryAfter: number
  constructor(message: string, retryAfter: number) {
    super(message)
    this.retryAfter = retryAfter
  }
}
