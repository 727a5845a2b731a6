/** One press sends once: the pressed button says so and waits. The server's key guards the rest. */
class SubmitOnce extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("submit", this.#sending)
    // Coming back by the history shows the page as it was left: with its buttons asleep.
    window.addEventListener("pageshow", this.#wake)
  }

  disconnectedCallback(): void {
    window.removeEventListener("pageshow", this.#wake)
  }

  readonly #sending = (event: SubmitEvent): void => {
    if (this.dataset["sending"]) {
      event.preventDefault()
      return
    }
    this.dataset["sending"] = "true"
    event.submitter?.setAttribute("aria-disabled", "true")
  }

  readonly #wake = (): void => {
    delete this.dataset["sending"]
    for (const button of this.querySelectorAll("button[aria-disabled]"))
      button.removeAttribute("aria-disabled")
  }
}

customElements.define("submit-once", SubmitOnce)
