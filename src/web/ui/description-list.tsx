import type { Child } from "#jsx"

export type Description = { readonly term: Child; readonly detail: Child; readonly lang?: string | undefined }

/** Facts, each with its name. An empty one is left out. */
export function DescriptionList({ items }: { readonly items: readonly Description[] }) {
  return (
    <dl class="descriptions">
      {items
        .filter(({ detail }) => detail !== null && detail !== undefined && detail !== false && detail !== "")
        .map(({ term, detail, lang }) => (
          <div class="description">
            <dt>{term}</dt>
            <dd lang={lang}>{detail}</dd>
          </div>
        ))}
    </dl>
  )
}
