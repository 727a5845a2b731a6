import type { Assumption } from "#kernel/city.ts"

/** A value on which the sources are silent; `rule` names what it stands in for. */
export const assume = <T>(value: T, rule: string): Assumption<T> => ({ value, assumption: true, rule })
