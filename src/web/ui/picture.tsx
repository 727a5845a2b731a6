import type { StoredFile } from "#kernel/files/files.ts"
import { fileHref, fileSize, type FilePlace } from "#web/file-links.ts"
import type { View } from "#web/view.ts"
import type { Picture as PictureData } from "./card.tsx"
import { Icon } from "./icon.tsx"
import { contentLang } from "./lang-mark.tsx"

/** A picture with its sizes; it loads when it comes near. What stands first on the page is not `lazy`. */
export function Picture({
  picture,
  lazy = true,
}: {
  readonly picture: PictureData
  readonly lazy?: boolean
}) {
  return <img {...picture} loading={lazy ? "lazy" : "eager"} decoding="async" />
}

type FileLinkProps = {
  readonly view: View
  readonly file: Pick<StoredFile, "publicId" | "name" | "title" | "bytes" | "type">
  readonly place?: FilePlace
}

/** A document to save: what it is, of which type, how large. */
export function FileLink({ view, file, place = "public" }: FileLinkProps) {
  const type = file.type === "application/pdf" ? "PDF" : "WebP"
  return (
    <a class="file-link" href={fileHref(file, "full", place)}>
      <Icon name="download" />
      <span>
        <span lang={contentLang(view, "ja")}>{file.title === "" ? file.name : file.title}</span>
        {view.t("web:file.type-and-size", { type, size: fileSize(file.bytes) })}
      </span>
    </a>
  )
}
