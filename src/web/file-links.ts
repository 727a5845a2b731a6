import { pictureWidths, type PictureSize } from "#kernel/files/pictures.ts"
import type { StoredFile } from "#kernel/files/files.ts"
import type { Picture } from "#web/ui/card.tsx"

export type FilePlace = "public" | "office"

/** Where a file is given out. In the office one reads under a post, so its files have addresses of their own there. */
export const fileHref = (
  { publicId }: Pick<StoredFile, "publicId">,
  size: PictureSize = "full",
  place: FilePlace = "public",
): string => `${place === "office" ? "/staff" : ""}/files/${publicId}/${size}`

type Shown = Pick<StoredFile, "publicId" | "width" | "height" | "alt">

type Showing = {
  /** The CSS `sizes`: how wide the picture stands on the page. */
  readonly sizes: string
  /** Where words beside it say the same, the picture says nothing. */
  readonly alt?: string
  readonly place?: FilePlace
}

/** A picture for `<img>` or a card: the browser chooses the size that fits. */
export const pictureOf = (file: Shown, { sizes, alt, place = "public" }: Showing): Picture => {
  const [width, height] = [file.width ?? 3, file.height ?? 2]
  const widths = (["thumb", "card", "full"] as const).map(
    (size) => [size, Math.min(pictureWidths[size], width)] as const,
  )
  const fitting = widths.filter(([, wide], at) => wide !== widths[at - 1]?.[1])
  return {
    src: fileHref(file, "card", place),
    srcset: fitting.map(([size, wide]) => `${fileHref(file, size, place)} ${wide}w`).join(", "),
    sizes,
    alt: alt ?? file.alt,
    width,
    height,
  }
}

/** 「1.2MB」「340KB」 */
export const fileSize = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)}MB`
    : `${Math.max(1, Math.round(bytes / 1024))}KB`
