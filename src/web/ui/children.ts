import type { Child } from "#jsx"

/** The things between two tags one by one, without the gaps that conditions leave. */
export function each(children: Child): readonly Child[] {
  if (!isList(children)) return isGap(children) ? [] : [children]
  return children.flatMap(each)
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child)
const isGap = (child: Child) => child === null || child === undefined || child === false || child === ""
