export function UnknownTag() {
  return <sectoin>さがす</sectoin>
}
