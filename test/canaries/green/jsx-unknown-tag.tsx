export function UnknownTag() {
  return <section>さがす</section>
}
