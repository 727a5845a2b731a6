import type { AriaAttributes, Child, Role } from "./attributes.ts"

type Text = string | undefined
type Amount = number | string | undefined

/** Drawing attributes, spelt as SVG spells them: the policy allows attributes where it forbids `style`. */
type Paint = AriaAttributes & {
  children?: Child
  class?: Text
  "clip-path"?: Text
  "dominant-baseline"?: "auto" | "middle" | "central" | "hanging" | undefined
  fill?: Text
  "fill-opacity"?: Amount
  "fill-rule"?: "nonzero" | "evenodd" | undefined
  focusable?: "false" | undefined
  "font-size"?: Amount
  "font-weight"?: Amount
  id?: Text
  lang?: Text
  mask?: Text
  opacity?: Amount
  role?: Role | undefined
  "shape-rendering"?: "auto" | "crispEdges" | "geometricPrecision" | undefined
  stroke?: Text
  "stroke-dasharray"?: Text
  "stroke-linecap"?: "butt" | "round" | "square" | undefined
  "stroke-linejoin"?: "miter" | "round" | "bevel" | undefined
  "stroke-opacity"?: Amount
  "stroke-width"?: Amount
  tabindex?: number | undefined
  "text-anchor"?: "start" | "middle" | "end" | undefined
  transform?: Text
  "vector-effect"?: "none" | "non-scaling-stroke" | undefined
}

type Place = { x?: Amount; y?: Amount }
type Box = Place & { width?: Amount; height?: Amount }
type View = { viewBox?: Text; preserveAspectRatio?: Text }
type Glyphs = Place & {
  dx?: Amount
  dy?: Amount
  textLength?: Amount
  lengthAdjust?: "spacing" | "spacingAndGlyphs" | undefined
}

/** SVG elements whose names HTML does not also use. */
export interface SvgElements {
  svg: Paint & Box & View & { xmlns?: Text }
  g: Paint
  defs: Paint
  symbol: Paint & View
  use: Paint & Box & { href?: Text }
  path: Paint & { d?: Text; pathLength?: number | undefined }
  rect: Paint & Box & { rx?: Amount; ry?: Amount }
  circle: Paint & { cx?: Amount; cy?: Amount; r?: Amount }
  ellipse: Paint & { cx?: Amount; cy?: Amount; rx?: Amount; ry?: Amount }
  line: Paint & { x1?: Amount; y1?: Amount; x2?: Amount; y2?: Amount }
  polyline: Paint & { points?: Text }
  polygon: Paint & { points?: Text }
  text: Paint & Glyphs
  tspan: Paint & Glyphs
  desc: Paint
  image: Paint & Box & { href?: Text; preserveAspectRatio?: Text }
  clipPath: Paint & { clipPathUnits?: "userSpaceOnUse" | "objectBoundingBox" | undefined }
  marker: Paint &
    View & {
      markerWidth?: Amount
      markerHeight?: Amount
      refX?: Amount
      refY?: Amount
      orient?: Amount
    }
  pattern: Paint &
    Box &
    View & {
      patternUnits?: "userSpaceOnUse" | "objectBoundingBox" | undefined
      patternTransform?: Text
    }
}
