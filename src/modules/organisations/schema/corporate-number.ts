/** X11: 法人番号 as typed, with full-width digits, blanks and hyphens: 13 digits, or null where it is something else. */
export const readCorporateNumber = (typed: string): string | null => {
  const digits = typed.normalize("NFKC").replaceAll(/[\s‐‑‒–—―ー−-]/g, "")
  return /^\d{13}$/.test(digits) ? digits : null
}

/** The first digit checks the twelve others: 9 less the rest by 9 of their sum, each second one from the right doubled. */
export const hasRightCheckDigit = (number: string): boolean => {
  const [check = 0, ...digits] = Array.from(number, Number)
  const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 2 : 1), 0)
  return check === 9 - (sum % 9)
}
