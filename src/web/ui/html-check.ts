import { HtmlValidate } from "html-validate"

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  elements: ["html5"],
  rules: {
    // How hono writes them.
    "void-style": ["error", { style: "selfclosing" }],
    "attribute-boolean-style": ["error", { style: "empty" }],
    "attribute-empty-style": ["error", { style: "empty" }],
    "no-trailing-whitespace": "off",
    // Everything comes from our own origin; the policy allows no other.
    "require-sri": "off",
    // Boxes of one question share its name.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button"] }],
    // Titles carry the product's name; long ones are the content's own.
    "long-title": "off",
    // Words that people wrote keep their blanks.
    "no-raw-characters": ["error", { relaxed: true }],
  },
})

/** What is wrong with a page, one line each; for tests of pages. Empty when all is well. */
export async function htmlProblems(html: string): Promise<readonly string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column, selector }) =>
      `${ruleId} ${line}:${column} ${selector ?? ""} ${message}`.trim(),
    ),
  )
}
