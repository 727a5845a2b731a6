export type Position = { readonly latitude: number; readonly longitude: number }

/** Around Japan: what lies elsewhere is a slip, such as the latitude written twice. */
const extent = { south: 20, north: 46, west: 122, east: 154 }

const degrees = (cell: string): number | undefined => {
  const text = cell
    .normalize("NFKC")
    .trim()
    .replace(/[,、]$/, "")
  return /^\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : undefined
}

/** A place on earth; nothing where there are several in the cell, or none that can be. */
export const readPosition = (latitudeCell: string, longitudeCell: string): Position | undefined => {
  const [latitude, longitude] = [degrees(latitudeCell), degrees(longitudeCell)]
  if (latitude === undefined || longitude === undefined) return undefined
  return isWithin({ latitude, longitude }, extent) ? { latitude, longitude } : undefined
}

export type Extent = {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

export const isWithin = ({ latitude, longitude }: Position, { south, north, west, east }: Extent): boolean =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east
