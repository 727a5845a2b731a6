export function MisspeltAria() {
  return <nav aria-lable="案内">さがす</nav>
}
