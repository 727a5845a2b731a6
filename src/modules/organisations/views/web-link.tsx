/** An address that somebody typed, as a link that hands nothing on. Addresses were checked to be http or https. */
export function WebLink({ href }: { readonly href: string }) {
  return (
    <a href={href} rel="external nofollow noopener">
      {href}
    </a>
  )
}
