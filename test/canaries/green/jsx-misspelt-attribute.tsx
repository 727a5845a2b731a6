export function MisspeltAttribute() {
  return <a href="/listings">さがす</a>
}
