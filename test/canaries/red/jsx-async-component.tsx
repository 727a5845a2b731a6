async function Late() {
  return <p>さがす</p>
}

export function AsyncComponent() {
  return <Late />
}
