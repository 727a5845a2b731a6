function Prompt() {
  return <p>さがす</p>
}

export function AsyncComponent() {
  return <Prompt />
}
