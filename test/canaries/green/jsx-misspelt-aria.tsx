export function MisspeltAria() {
  return <nav aria-label="案内">さがす</nav>
}
