const pause = 2500

/**
 * Keeps what is being typed, and says when. The answer names the record and its version, which travel in two hidden
 * fields: another window that has written in between is not overwritten.
 */
class SaveTyping extends HTMLElement {
  #timer = 0
  #saving = false
  #over = false

  connectedCallback(): void {
    this.addEventListener("input", () => this.#later())
    this.addEventListener("submit", () => (this.#over = true))
    window.addEventListener("pageshow", () => (this.#over = false))
    document.addEventListener("visibilitychange", () => document.hidden && this.#timer && void this.#save())
  }

  #later(): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#save(), pause)
  }

  async #save(): Promise<void> {
    const form = this.querySelector("form")
    if (!form || this.#over) return
    if (this.#saving) return this.#later()
    clearTimeout(this.#timer)
    this.#timer = 0
    this.#saving = true
    const answer = await send(this.dataset["address"] ?? "", new FormData(form))
    this.#saving = false
    if (answer?.id) fill(form, { _typing: answer.id, "_typing-version": String(answer.version) })
    // Typed on meanwhile: not everything is kept yet.
    if (answer?.id && !this.#timer) form.dispatchEvent(new Event("typing-saved", { bubbles: true }))
    const status = this.querySelector("[data-typing-status]")
    if (status) status.textContent = answer?.says ?? this.dataset["failed"] ?? ""
  }
}

type Answer = { readonly id?: string; readonly version?: number; readonly says: string }

async function send(address: string, body: FormData): Promise<Answer | null> {
  try {
    const response = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } })
    return response.ok || response.status === 409 ? ((await response.json()) as Answer) : null
  } catch {
    return null
  }
}

function fill(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
}

customElements.define("save-typing", SaveTyping)
