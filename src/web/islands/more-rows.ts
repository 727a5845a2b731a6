/** Adds a spare row from the template and puts the cursor into it. Without script the page shows spare rows itself. */
class MoreRows extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>(":scope > button")
    if (!button) return
    button.hidden = false
    this.#dropSpare()
    button.addEventListener("click", () => this.#add())
  }

  /** With the button nobody needs the rows that stand spare. */
  #dropSpare(): void {
    const rows = [...this.querySelectorAll(":scope > ol > li")]
    while (rows.length > 1 && isSpare(rows.at(-1))) rows.pop()?.remove()
  }

  #add(): void {
    const list = this.querySelector(":scope > ol")
    const template = this.querySelector<HTMLTemplateElement>(":scope > template")
    if (!list || !template) return
    const row = template.content.cloneNode(true) as DocumentFragment
    for (const element of row.querySelectorAll("*")) number(element, list.children.length)
    list.append(row)
    list.lastElementChild?.querySelector<HTMLElement>("input, select, textarea")?.focus()
  }
}

const isSpare = (row?: Element): boolean =>
  !row?.querySelector("[aria-invalid]") &&
  [...(row?.querySelectorAll<HTMLInputElement>("input, textarea") ?? [])].every((field) =>
    field.type === "checkbox" || field.type === "radio" ? !field.checked : field.value === "",
  )

function number(element: Element, index: number): void {
  for (const { name, value } of [...element.attributes]) {
    if (value.includes("__row")) element.setAttribute(name, value.replaceAll("__row", String(index)))
  }
}

customElements.define("more-rows", MoreRows)
