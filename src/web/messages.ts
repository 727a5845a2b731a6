/** A key of a message catalogue, such as `web:required`. */
export type MessageKey = string

export type MessageValues = Readonly<Record<string, string | number>>
