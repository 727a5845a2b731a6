const forgotten = "office-keys"

/** Short keys of the office, listed under `?`. They can be turned off there (WCAG 2.1.4), and never act while one types. */
class OfficeKeys extends HTMLElement {
  readonly #dialog = () => this.querySelector("dialog")
  readonly #switch = () => this.querySelector<HTMLInputElement>("input[type=checkbox]")

  connectedCallback(): void {
    const box = this.#switch()
    if (box) box.checked = localStorage.getItem(forgotten) !== "off"
    box?.addEventListener("change", () => localStorage.setItem(forgotten, box.checked ? "on" : "off"))
    document.addEventListener("keydown", this.#pressed)
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#pressed)
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === "?") this.#dialog()?.showModal()
    else if (this.#switch()?.checked === false) return
    else if (event.key === "/") document.querySelector<HTMLElement>("[data-key='/']")?.focus()
    else if (event.key === "n") document.querySelector<HTMLElement>("[data-key='n']")?.click()
    else if (event.key === "j") step(1)
    else if (event.key === "k") step(-1)
    else return
    event.preventDefault()
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, select, textarea, dialog[open]") !== null
}

/** To the link of the next row; Enter then opens it. */
function step(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>("tbody th[scope=row] a")]
  const at = links.findIndex((link) => link === document.activeElement)
  links[at === -1 ? (by > 0 ? 0 : links.length - 1) : at + by]?.focus()
}

customElements.define("office-keys", OfficeKeys)
