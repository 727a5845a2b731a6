import type { Child } from "#jsx"

type HeroProps = {
  /** What one can do here, in one sentence. */
  readonly title: Child
  readonly lead?: Child
  readonly children: Child
}

/** The head of the front page: one sentence, one search line, and the ways people really choose. */
export function Hero({ title, lead, children }: HeroProps) {
  return (
    <div class="hero">
      <Rings />
      <div class="container hero-inner">
        <h1 class="hero-title">{title}</h1>
        {lead && <p class="hero-lead">{lead}</p>}
        {children}
      </div>
    </div>
  )
}

const radius = 40
const leaning = { up: "a40 40 0 0 1-40 40a40 40 0 0 1 40-40z", down: "a40 40 0 0 1 40 40a40 40 0 0 1-40-40z" }

/** By row, the first column that has rings: the field ends like the edge of a cloud, not of a box. */
const edge = [9, 6, 9, 8, 7, 10, 7, 8, 9, 8]

// Places where two rings meet (column plus row is odd), how deep their green is, and how they lean.
const filled = [
  [9, 2, 1, "down"],
  [11, 2, 3, "up"],
  [12, 3, 2, "down"],
  [10, 3, 2, "down"],
  [10, 5, 1, "up"],
  [13, 4, 1, "up"],
  [11, 6, 3, "down"],
  [13, 6, 2, "up"],
  [12, 7, 1, "down"],
  [9, 6, 2, "up"],
  [13, 0, 3, "down"],
] as const

/** Rings that meet their neighbours; a few of the places where they meet are filled. */
function Rings() {
  const rings = edge.flatMap((from, row) =>
    Array.from({ length: 15 - from }, (_, index) => [from + index, row] as const),
  )
  return (
    <svg
      class="hero-rings"
      viewBox="0 0 560 360"
      preserveAspectRatio="xMaxYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {filled.map(([column, row, tone, lean]) => (
        <path data-tone={String(tone)} d={`M${column * radius} ${row * radius}${leaning[lean]}`} />
      ))}
      {rings
        .filter(([column, row]) => (column + row) % 2 === 0)
        .map(([column, row]) => (
          <circle cx={column * radius} cy={row * radius} r={radius} />
        ))}
    </svg>
  )
}
