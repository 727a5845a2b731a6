export type LinkQuery = Readonly<Record<string, string | undefined>>

/** An address inside the site with more in its query; a fragment stays at the end. */
export const linkTo = (path: string, query: LinkQuery): string => {
  const [address = "", fragment] = path.split("#")
  const [bare = "", given = ""] = address.split("?")
  const parameters = new URLSearchParams(given)
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") parameters.set(name, value)
  const search = parameters.size > 0 ? `?${parameters}` : ""
  return `${bare}${search}${fragment ? `#${fragment}` : ""}`
}
