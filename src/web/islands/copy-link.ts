/** Copies the address of the page. The words come from the page: `data-done` is said when it worked. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button")
    if (!button || !("clipboard" in navigator)) return
    button.hidden = false
    button.addEventListener("click", () => void this.#copy())
  }

  async #copy(): Promise<void> {
    const address = this.dataset["address"] ?? location.href
    await navigator.clipboard.writeText(address)
    const said = this.querySelector("[role=status]")
    if (said) said.textContent = this.dataset["done"] ?? ""
  }
}

customElements.define("copy-link", CopyLink)
