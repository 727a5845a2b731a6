import type { FileRole } from "#kernel/files/files.ts"

/** What files hang on: the kind under which the kernel keeps them. */
export const organisationFiles = "organisation"

/** What everybody sees of a group. Its logo stands beside its name, which says what it is. */
export const publicRoles: readonly FileRole[] = [
  { role: "logo", accepts: "picture", most: 1 },
  { role: "picture", accepts: "picture", most: 8, needsAlt: true },
  { role: "document", accepts: "document", most: 8 },
]

/** The paper that a registration came on: for the office only. */
export const scanRole: FileRole = { role: "scan", accepts: "either", most: 12 }

export const officeRoles: readonly FileRole[] = [...publicRoles, scanRole]

/** Of these a group has one only: that of the group that stays is kept when two become one. */
export const singleRoles = officeRoles.filter(({ most }) => most === 1).map(({ role }) => role)
