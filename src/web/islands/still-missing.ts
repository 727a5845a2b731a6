/** Leaves of a form's list of what it takes only what is not there yet. Without script the whole list stands there. */
class StillMissing extends HTMLElement {
  connectedCallback(): void {
    const form = this.closest("form")
    form?.addEventListener("input", () => this.#look(form))
    form?.addEventListener("change", () => this.#look(form))
    window.addEventListener("pageshow", () => form && this.#look(form))
    if (form) this.#look(form)
    this.addEventListener("click", (event) => openFold(event.target))
  }

  #look(form: HTMLFormElement): void {
    const items = [...this.querySelectorAll("li")]
    for (const item of items) {
      item.hidden = (item.dataset["any"] ?? "").split(" ").some((answer) => isAnswered(form, answer))
    }
    const isDone = items.every((item) => item.hidden || getComputedStyle(item).display === "none")
    this.toggleAttribute("data-done", isDone)
    const none = this.querySelector<HTMLElement>(".missing-none")
    if (none) none.hidden = !isDone
  }
}

/** `name` or `name=value`. What stands under a way that is not chosen is no answer. */
function isAnswered(form: HTMLFormElement, answer: string): boolean {
  const [name = "", value] = answer.split("=")
  return [...form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)].some((field) => {
    const way = field.closest("[data-way]")
    if (way && getComputedStyle(way).display === "none") return false
    if (value !== undefined && field.value !== value) return false
    return field.type === "radio" || field.type === "checkbox" ? field.checked : field.value.trim() !== ""
  })
}

/** A field in a closed fold can only be gone to once that is open. */
function openFold(link: EventTarget | null): void {
  const id = link instanceof HTMLAnchorElement ? link.hash.slice(1) : ""
  const fold = id === "" ? null : document.getElementById(id)?.closest("details")
  if (fold) fold.open = true
}

customElements.define("still-missing", StillMissing)
