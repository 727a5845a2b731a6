/** Answers under the search box while one types; the form itself leads to the same answers as a page. */
class QuickFind extends HTMLElement {
  #asking: AbortController | null = null
  #timer = 0

  connectedCallback(): void {
    this.addEventListener("input", () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#ask(), 150)
    })
    this.addEventListener("keydown", this.#pressed)
    document.addEventListener("pointerdown", this.#elsewhere)
    this.addEventListener("focusout", this.#elsewhere)
  }

  disconnectedCallback(): void {
    document.removeEventListener("pointerdown", this.#elsewhere)
  }

  async #ask(): Promise<void> {
    this.#asking?.abort()
    const form = this.querySelector("form")
    const words = this.querySelector("input[type=search]") as HTMLInputElement | null
    if (!form || !words || words.value.trim() === "") return this.#show(null)
    this.#asking = new AbortController()
    const address = new URL(form.action)
    address.searchParams.set("q", words.value)
    address.searchParams.set("part", "1")
    const { signal } = this.#asking
    const answer = await fetch(address, { signal }).catch(() => null)
    if (!answer?.ok || signal.aborted) return
    this.#show(new DOMParser().parseFromString(await answer.text(), "text/html"))
  }

  #show(found: Document | null): void {
    const place = this.querySelector<HTMLElement>(".quick-answers")
    const said = this.querySelector("[role=status]")
    place?.replaceChildren(...(found ? found.body.childNodes : []))
    if (place) place.hidden = found === null
    if (said) said.textContent = place?.querySelector("[data-said]")?.textContent ?? ""
  }

  readonly #elsewhere = (event: Event): void => {
    const to = event instanceof FocusEvent ? event.relatedTarget : event.target
    if (to instanceof Node && !this.contains(to)) this.#show(null)
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.#show(null)
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined || event.isComposing) return
    const stops = [...this.querySelectorAll<HTMLElement>("input[type=search], .quick-answers a")]
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + by]
    next?.focus()
    if (next) event.preventDefault()
  }
}

customElements.define("quick-find", QuickFind)
