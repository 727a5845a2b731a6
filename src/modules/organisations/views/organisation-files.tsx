import { pictureOf } from "#web/file-links.ts"
import { PatternPicture } from "#web/ui/pattern-picture.tsx"
import { FileLink, Picture } from "#web/ui/picture.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationFiles } from "../queries/files.ts"

type PartProps = { readonly view: View; readonly files: OrganisationFiles }

/** Beside the name, which says whose it is. */
export function Logo({ files: { logo } }: Pick<PartProps, "files">) {
  if (!logo) return null
  const { srcset: _, ...picture } = pictureOf(logo, { sizes: "12rem", alt: "" })
  return <img class="logo" {...picture} decoding="async" />
}

/** The first picture, or the pattern of the field. */
export function MainPicture({ files, field }: Pick<PartProps, "files"> & { readonly field: number }) {
  const [first] = files.pictures
  return (
    <div class="card-picture">
      {first ? (
        <Picture picture={pictureOf(first, { sizes: "(width >= 62rem) 22rem, 100vw" })} lazy={false} />
      ) : (
        <PatternPicture field={field} />
      )}
    </div>
  )
}

/** The other pictures. */
export function Gallery({ view, files: { pictures } }: PartProps) {
  const others = pictures.slice(1)
  if (others.length === 0) return null
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">{view.t("organisations:page.pictures")}</h2>
      <ul class="gallery">
        {others.map((file) => (
          <li>
            <Picture picture={pictureOf(file, { sizes: "(width >= 48rem) 20rem, 100vw" })} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Documents({ view, files: { documents } }: PartProps) {
  if (documents.length === 0) return null
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{view.t("organisations:page.documents")}</h2>
      <ul class="file-links">
        {documents.map((file) => (
          <li>
            <FileLink view={view} file={file} />
          </li>
        ))}
      </ul>
    </section>
  )
}
