type PatternPictureProps = {
  /** Number of the field (1–20): gives colour and pattern. */
  readonly field: number
}

// A strip of two rows: the same path stands on every card of a list, so it is kept short.
const columns = 9
const rows = 2
const side = 40
const hues = 8

// Old patterns on one square cell: linked rings (七宝), waves (波), scales (鱗), diamonds (菱).
const cells = [
  "M0 20a20 20 0 0 1 20-20a20 20 0 0 1 20 20a20 20 0 0 1-20 20a20 20 0 0 1-20-20M20 0a20 20 0 0 1-20 20a20 20 0 0 1 20 20a20 20 0 0 1 20-20a20 20 0 0 1-20-20",
  "M0 20a20 20 0 0 1 40 0M8 20a12 12 0 0 1 24 0M0 20a20 20 0 0 1 20 20M0 28a12 12 0 0 1 12 12M40 20a20 20 0 0 0-20 20M40 28a12 12 0 0 0-12 12",
  "M0 20L10 0l10 20zM20 20L30 0l10 20zM0 40L10 20l10 20zM20 40L30 20l10 20z",
  "M20 0L40 20l-20 20l-20-20zM20 10L30 20l-10 10l-10-10z",
] as const

/**
 * Stands where there is no picture: a quiet strip of a pattern in the field's colour. It says nothing that words do
 * not say, so it is hidden from readers of the screen.
 */
export function PatternPicture({ field }: PatternPictureProps) {
  const index = Math.max(0, field - 1)
  const cell = cells[index % cells.length] ?? cells[0]
  return (
    <svg
      class="pattern-picture"
      data-hue={String((index % hues) + 1)}
      viewBox={`0 0 ${columns * side} ${rows * side}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="pattern-ground" width={columns * side} height={rows * side} />
      <path class="pattern-line" d={everywhere(cell)} />
    </svg>
  )
}

const drawn = new Map<string, string>()

/** One path for the whole ground: each cell's moves shifted to its place. */
function everywhere(cell: string): string {
  const known = drawn.get(cell)
  if (known) return known
  const places = Array.from({ length: columns * rows }, (_, place) => place)
  const path = places
    .map((place) => shifted(cell, (place % columns) * side, Math.floor(place / columns) * side))
    .join("")
  drawn.set(cell, path)
  return path
}

// Only absolute moves and lines name a place; everything after them is relative.
const shifted = (cell: string, x: number, y: number) =>
  cell.replaceAll(
    /([ML])(-?\d+) (-?\d+)/g,
    (_, command: string, left: string, top: string) => `${command}${Number(left) + x} ${Number(top) + y}`,
  )
