export function MisspeltAttribute() {
  return <a hrf="/listings">さがす</a>
}
