import type { Address } from "#web/manifest.ts"

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

/** The list of pages for search engines. */
export const sitemap = (baseUrl: string, addresses: readonly Address[]): string => {
  const urls = addresses.map(({ path, at }) => {
    const changed = at ? `<lastmod>${at.toString({ smallestUnit: "second" })}</lastmod>` : ""
    return `<url><loc>${escaped(baseUrl + path)}</loc>${changed}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`
}

const closed = ["/my", "/staff", "/sign-in", "/demo", "/opinions/new"]

/** Nothing of the demo is real, so nothing of it is to be found. */
export const robots = (baseUrl: string, demo: boolean): string =>
  [
    "User-agent: *",
    ...(demo ? ["Disallow: /"] : closed.map((path) => `Disallow: ${path}`)),
    `Sitemap: ${baseUrl}/sitemap.xml`,
    "",
  ].join("\n")
