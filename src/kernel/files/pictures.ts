import sharp from "sharp"
import { Refused } from "./refused.ts"

// A picture is drawn anew: whatever else was in the file (position, names, programs) is not in what is given out.

export type DrawnSize = {
  readonly size: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly width: number | null
  readonly height: number | null
}

/** Widths in pixels; what is smaller stays as it is. */
export const pictureWidths = { thumb: 320, card: 640, full: 1600 } as const

export type PictureSize = keyof typeof pictureWidths

const readable = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"])
const phonePictures = new Set(["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"])

/** The program serves pages while it draws: one core is enough, and nothing is kept for later. */
sharp.concurrency(1)
sharp.cache(false)

/** Throws Refused with the reason. `megapixels`: a few bytes can claim to be a picture of any size. */
export const drawPicture = async (
  bytes: Uint8Array,
  type: string | null,
  limits: { readonly megapixels: number },
): Promise<DrawnSize[]> => {
  if (type && phonePictures.has(type)) throw new Refused("heic")
  if (!type || !readable.has(type)) throw new Refused(isDrawing(bytes) ? "svg" : "no-picture")
  await refuseLarge(bytes, limits.megapixels)
  const sizes: DrawnSize[] = []
  for (const size of ["full", "card", "thumb"] as const)
    sizes.push(await drawSize(bytes, size, limits.megapixels))
  return sizes
}

const opened = (bytes: Uint8Array, megapixels: number) =>
  sharp(bytes, { limitInputPixels: megapixels * 1_000_000, failOn: "error", pages: 1 })

/** The head of the file says how large it claims to be, before anything of it is drawn. */
const refuseLarge = async (bytes: Uint8Array, megapixels: number): Promise<void> => {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new Refused("broken")
    })
  if (width * height > megapixels * 1_000_000) throw new Refused("pixels")
}

const drawSize = async (bytes: Uint8Array, size: PictureSize, megapixels: number): Promise<DrawnSize> => {
  const width = pictureWidths[size]
  const { data, info } = await opened(bytes, megapixels)
    .autoOrient()
    .resize({ width, height: size === "full" ? width : width * 4, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new Refused("broken")
    })
  return { size, type: "image/webp", bytes: data, width: info.width, height: info.height }
}

/** SVG is a program that draws; people who send one deserve to be told so. */
const isDrawing = (bytes: Uint8Array): boolean =>
  /<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 4096)).toString("latin1"))
