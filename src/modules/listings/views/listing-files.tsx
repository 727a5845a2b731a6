import type { StoredFile } from "#kernel/files/files.ts"
import { pictureOf } from "#web/file-links.ts"
import { PatternPicture } from "#web/ui/pattern-picture.tsx"
import { FileLink, Picture } from "#web/ui/picture.tsx"
import type { View } from "#web/view.ts"

type MainPictureProps = { readonly picture: StoredFile | null; readonly field: number }

/** The listing's picture, or the pattern of its field. */
export function MainPicture({ picture, field }: MainPictureProps) {
  return (
    <div class="card-picture">
      {picture ? (
        <Picture picture={pictureOf(picture, { sizes: "(width >= 62rem) 22rem, 100vw" })} lazy={false} />
      ) : (
        <PatternPicture field={field} />
      )}
    </div>
  )
}

/** The flyer as it was printed, to save. */
export function Flyers({ view, flyers }: { readonly view: View; readonly flyers: readonly StoredFile[] }) {
  if (flyers.length === 0) return null
  return (
    <section aria-labelledby="flyer">
      <h2 id="flyer">{view.t("listings:flyer")}</h2>
      <ul class="file-links">
        {flyers.map((file) => (
          <li>
            <FileLink view={view} file={file} />
          </li>
        ))}
      </ul>
    </section>
  )
}
