/** Adds a spare row from the template and puts the cursor into it. Without script the page shows spare rows itself. */
class MoreRows extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>(":scope > button")
    if (!button) return
    button.hidden = false
    button.addEventListener("click", () => this.#add())
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

function number(element: Element, index: number): void {
  for (const { name, value } of [...element.attributes]) {
    if (value.includes("__row")) element.setAttribute(name, value.replaceAll("__row", String(index)))
  }
}

customElements.define("more-rows", MoreRows)
