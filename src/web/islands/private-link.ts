/** The key of a private link stands after `#`, where no server and no log sees it: it is put into the form. */
class PrivateLink extends HTMLElement {
  connectedCallback(): void {
    const key = decodeURIComponent(location.hash.slice(1))
    const input = this.querySelector("input[name=key]")
    if (!/^[0-9a-z-]{12,20}$/.test(key) || !(input instanceof HTMLInputElement)) return
    history.replaceState(null, "", location.pathname + location.search)
    input.value = key
    // What came back with an error is not sent again by itself.
    if (!input.hasAttribute("aria-invalid")) input.form?.requestSubmit()
  }
}

customElements.define("private-link", PrivateLink)
