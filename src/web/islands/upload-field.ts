/** Shows what was chosen and how far the sending is. Without it the browser's own field does both, more quietly. */
class UploadField extends HTMLElement {
  #sending = false

  connectedCallback(): void {
    this.addEventListener("change", this.#show)
    this.closest("form")?.addEventListener("submit", this.#send)
  }

  readonly #files = (): File[] => [...(this.querySelector("input")?.files ?? [])]
  readonly #show = (): void => {
    const list = Object.assign(document.createElement("ul"), { className: "upload-chosen" })
    list.append(...this.#files().map((file) => this.#row(file)))
    this.querySelector(".upload-chosen")?.remove()
    this.append(list)
  }

  #row(file: File): HTMLElement {
    const row = document.createElement("li")
    row.append(`${file.name}（${Math.ceil(file.size / 1024).toLocaleString()}KB）`)
    if (file.size > Number(this.dataset["most"])) row.append(` ${this.dataset["tooLarge"]}`)
    else if (file.type.startsWith("image/")) void preview(file, row)
    return row
  }

  readonly #send = (event: SubmitEvent): void => {
    const form = event.currentTarget as HTMLFormElement
    if (this.#files().length > 0 || this.#sending) event.preventDefault()
    if (this.#files().length === 0 || this.#sending) return
    this.#sending = true
    const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 })
    bar.setAttribute("aria-label", this.dataset["sending"] ?? "")
    this.append(bar)
    const request = new XMLHttpRequest()
    request.upload.addEventListener("progress", ({ loaded, total }) => (bar.value = loaded / total))
    request.addEventListener("error", () => form.submit())
    request.addEventListener("load", () => arrive(request))
    request.open("POST", form.action)
    request.setRequestHeader("X-Sent-By", "upload-field")
    request.send(new FormData(form, event.submitter))
  }
}

const preview = async (file: File, row: HTMLElement): Promise<void> => {
  const picture = await createImageBitmap(file, { resizeWidth: 160 }).catch(() => null)
  if (!picture) return
  const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: picture.height })
  canvas.getContext("2d")?.drawImage(picture, 0, 0)
  row.prepend(canvas)
}

const arrive = (request: XMLHttpRequest): void => {
  const next = request.getResponseHeader("Location")
  if (next) return location.assign(next)
  const page = new DOMParser().parseFromString(request.responseText, "text/html")
  document.documentElement.replaceWith(page.documentElement)
  document.querySelector<HTMLElement>(".error-summary")?.focus()
}

customElements.define("upload-field", UploadField)
