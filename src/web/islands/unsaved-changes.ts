/** Asks before a form with something typed is left. Sending it is not leaving. */
class UnsavedChanges extends HTMLElement {
  #changed = false

  connectedCallback(): void {
    // A form that came back with errors holds what was typed and is saved nowhere.
    this.#changed = this.querySelector("[aria-invalid]") !== null
    this.addEventListener("input", () => (this.#changed = true))
    this.addEventListener("submit", () => (this.#changed = false))
    // Said by save-typing: what stands in the fields is kept.
    this.addEventListener("typing-saved", () => (this.#changed = false))
    window.addEventListener("beforeunload", this.#ask)
  }

  disconnectedCallback(): void {
    window.removeEventListener("beforeunload", this.#ask)
  }

  readonly #ask = (event: BeforeUnloadEvent): void => {
    if (this.#changed) event.preventDefault()
  }
}

customElements.define("unsaved-changes", UnsavedChanges)
