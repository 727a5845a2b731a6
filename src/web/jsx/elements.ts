import type * as A from "./attributes.ts"
import type { SvgElements } from "./svg.ts"

type Plain = A.GlobalAttributes

interface HtmlElements {
  a: A.AnchorAttributes
  abbr: Plain
  address: Plain
  article: Plain
  aside: Plain
  audio: A.MediaAttributes
  b: Plain
  base: A.BaseAttributes
  bdi: Plain
  bdo: Plain
  blockquote: A.QuoteAttributes
  body: Plain
  br: Plain
  button: A.ButtonAttributes
  caption: Plain
  cite: Plain
  code: Plain
  col: A.ColumnAttributes
  colgroup: A.ColumnAttributes
  data: A.DataAttributes
  datalist: Plain
  dd: Plain
  del: A.EditAttributes
  details: A.DetailsAttributes
  dfn: Plain
  dialog: A.DialogAttributes
  div: Plain
  dl: Plain
  dt: Plain
  em: Plain
  fieldset: A.FieldsetAttributes
  figcaption: Plain
  figure: Plain
  footer: Plain
  form: A.FormAttributes
  h1: Plain
  h2: Plain
  h3: Plain
  h4: Plain
  h5: Plain
  h6: Plain
  head: Plain
  header: Plain
  hgroup: Plain
  hr: Plain
  html: Plain
  i: Plain
  iframe: A.FrameAttributes
  img: A.ImageAttributes
  input: A.InputAttributes
  ins: A.EditAttributes
  kbd: Plain
  label: A.LabelAttributes
  legend: Plain
  li: A.ItemAttributes
  link: A.LinkAttributes
  main: Plain
  mark: Plain
  menu: Plain
  meta: A.MetaAttributes
  meter: A.MeterAttributes
  nav: Plain
  noscript: Plain
  ol: A.ListAttributes
  optgroup: A.OptionAttributes
  option: A.OptionAttributes
  output: A.OutputAttributes
  p: Plain
  picture: Plain
  pre: Plain
  progress: A.ProgressAttributes
  q: A.QuoteAttributes
  rp: Plain
  rt: Plain
  ruby: Plain
  s: Plain
  samp: Plain
  script: A.ScriptAttributes
  search: Plain
  section: Plain
  select: A.SelectAttributes
  small: Plain
  source: A.SourceAttributes
  span: Plain
  strong: Plain
  sub: Plain
  summary: Plain
  sup: Plain
  table: Plain
  tbody: Plain
  td: A.CellAttributes
  template: Plain
  textarea: A.TextareaAttributes
  tfoot: Plain
  th: A.HeaderCellAttributes
  thead: Plain
  time: A.TimeAttributes
  title: Plain
  tr: Plain
  track: A.TrackAttributes
  u: Plain
  ul: Plain
  var: Plain
  video: A.MediaAttributes
  wbr: Plain
}

/** Our own elements (`src/web/islands`), one a file. The HTML inside each works before it is there. */
interface IslandElements {
  "copy-link": Plain
  "more-rows": Plain
  "office-keys": Plain
  "quick-find": Plain
  "save-typing": Plain
  "still-missing": Plain
  "private-link": Plain
  "submit-once": Plain
  "unsaved-changes": Plain
  "upload-field": Plain
}

/** The language of pages: what is not written here does not compile. */
export declare namespace JSX {
  type Element = A.Html
  type ElementType = keyof IntrinsicElements | ((props: never) => Element | null)
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicAttributes {
    key?: string | number | undefined
  }
  interface IntrinsicElements extends HtmlElements, SvgElements, IslandElements {}
}
