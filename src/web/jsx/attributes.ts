/** What may stand between tags. No Promise, Date or plain object: pages are finished before they are drawn. */
export type Child = string | number | false | null | undefined | Html | readonly Child[]

declare const drawn: unique symbol
/** A drawn element. Opaque on purpose: it is neither a string nor usable as an attribute. */
export interface Html {
  readonly [drawn]: true
}

type Flag = boolean | undefined
type Text = string | undefined
type Size = number | string | undefined
type YesNo = boolean | "true" | "false" | undefined

export type Role =
  | "alert"
  | "grid"
  | "group"
  | "gridcell"
  | "img"
  | "link"
  | "list"
  | "listitem"
  | "log"
  | "none"
  | "note"
  | "presentation"
  | "progressbar"
  | "region"
  | "search"
  | "separator"
  | "status"
  | "table"
  | "timer"
  | "toolbar"

export type AriaAttributes = {
  "aria-atomic"?: YesNo
  "aria-busy"?: YesNo
  "aria-colcount"?: number | undefined
  "aria-colindex"?: number | undefined
  "aria-controls"?: Text
  "aria-current"?: YesNo | "page" | "step" | "location" | "date" | "time"
  "aria-describedby"?: Text
  "aria-details"?: Text
  "aria-disabled"?: YesNo
  "aria-errormessage"?: Text
  "aria-expanded"?: YesNo
  "aria-haspopup"?: YesNo | "menu" | "listbox" | "tree" | "grid" | "dialog"
  "aria-hidden"?: YesNo
  "aria-invalid"?: YesNo | "grammar" | "spelling"
  "aria-keyshortcuts"?: Text
  "aria-label"?: Text
  "aria-labelledby"?: Text
  "aria-level"?: number | undefined
  "aria-live"?: "off" | "polite" | "assertive" | undefined
  "aria-modal"?: YesNo
  "aria-owns"?: Text
  "aria-pressed"?: YesNo | "mixed"
  "aria-roledescription"?: Text
  "aria-rowcount"?: number | undefined
  "aria-rowindex"?: number | undefined
  "aria-selected"?: YesNo
  "aria-sort"?: "none" | "ascending" | "descending" | "other" | undefined
  "aria-valuemax"?: number | undefined
  "aria-valuemin"?: number | undefined
  "aria-valuenow"?: number | undefined
  "aria-valuetext"?: Text
}

/** Attributes every HTML element takes. No `style` (the policy forbids it) and nothing that runs script. */
export type GlobalAttributes = AriaAttributes & {
  children?: Child
  accesskey?: Text
  autocapitalize?: "off" | "none" | "on" | "sentences" | "words" | "characters" | undefined
  autofocus?: Flag
  class?: Text
  dir?: "ltr" | "rtl" | "auto" | undefined
  enterkeyhint?: "enter" | "done" | "go" | "next" | "previous" | "search" | "send" | undefined
  hidden?: Flag
  id?: Text
  inert?: Flag
  inputmode?: "none" | "text" | "tel" | "url" | "email" | "numeric" | "decimal" | "search" | undefined
  itemid?: Text
  itemprop?: Text
  itemscope?: Flag
  itemtype?: Text
  lang?: Text
  popover?: "auto" | "manual" | undefined
  role?: Role | undefined
  slot?: Text
  spellcheck?: "true" | "false" | undefined
  tabindex?: number | undefined
  title?: Text
  translate?: "yes" | "no" | undefined
}

type With<Own> = GlobalAttributes & Own

type Rel = Text
type Referrer = "no-referrer" | "origin" | "same-origin" | "strict-origin" | undefined
type Target = "_self" | "_blank" | "_top" | undefined
type Method = "get" | "post" | "dialog" | undefined
type Encoding = "application/x-www-form-urlencoded" | "multipart/form-data" | undefined
type Priority = "high" | "low" | "auto" | undefined

/** Closed on purpose: `type="emial"` must not compile. */
export type InputType =
  | "button"
  | "checkbox"
  | "color"
  | "date"
  | "datetime-local"
  | "email"
  | "file"
  | "hidden"
  | "month"
  | "number"
  | "password"
  | "radio"
  | "range"
  | "reset"
  | "search"
  | "submit"
  | "tel"
  | "text"
  | "time"
  | "url"

/** WCAG 1.3.5: the purposes that a browser can fill in. */
export type Autocomplete =
  | "on"
  | "off"
  | "name"
  | "family-name"
  | "given-name"
  | "additional-name"
  | "nickname"
  | "username"
  | "username webauthn"
  | "new-password"
  | "current-password"
  | "one-time-code"
  | "organization"
  | "organization-title"
  | "street-address"
  | "address-line1"
  | "address-line2"
  | "address-level1"
  | "address-level2"
  | "address-level3"
  | "postal-code"
  | "country"
  | "bday"
  | "bday-day"
  | "bday-month"
  | "bday-year"
  | "sex"
  | "language"
  | "url"
  | "photo"
  | "tel"
  | "tel-national"
  | "tel-extension"
  | "email"

export type AnchorAttributes = With<{
  download?: Text | true
  href?: Text
  hreflang?: Text
  referrerpolicy?: Referrer
  rel?: Rel
  target?: Target
  type?: Text
}>
export type ButtonAttributes = With<{
  disabled?: Flag
  form?: Text
  formaction?: Text
  formenctype?: Encoding
  formmethod?: Method
  formnovalidate?: Flag
  name?: Text
  popovertarget?: Text
  popovertargetaction?: "show" | "hide" | "toggle" | undefined
  command?: Text
  commandfor?: Text
  type?: "submit" | "reset" | "button" | undefined
  value?: Text | number
}>
export type InputAttributes = With<{
  accept?: Text
  alt?: Text
  autocomplete?: Autocomplete | undefined
  capture?: "user" | "environment" | undefined
  checked?: Flag
  disabled?: Flag
  form?: Text
  formaction?: Text
  list?: Text
  max?: Size
  maxlength?: number | undefined
  min?: Size
  minlength?: number | undefined
  multiple?: Flag
  name?: Text
  pattern?: Text
  placeholder?: Text
  readonly?: Flag
  required?: Flag
  size?: number | undefined
  step?: Size
  type?: InputType | undefined
  value?: Text | number
}>
export type TextareaAttributes = With<{
  autocomplete?: Autocomplete | undefined
  cols?: number | undefined
  disabled?: Flag
  form?: Text
  maxlength?: number | undefined
  minlength?: number | undefined
  name?: Text
  placeholder?: Text
  readonly?: Flag
  required?: Flag
  rows?: number | undefined
  wrap?: "hard" | "soft" | undefined
}>
export type SelectAttributes = With<{
  autocomplete?: Autocomplete | undefined
  disabled?: Flag
  form?: Text
  multiple?: Flag
  name?: Text
  required?: Flag
  size?: number | undefined
}>
export type OptionAttributes = With<{ disabled?: Flag; label?: Text; selected?: Flag; value?: Text | number }>
export type FormAttributes = With<{
  "accept-charset"?: "utf-8" | undefined
  action?: Text
  autocomplete?: "on" | "off" | undefined
  enctype?: Encoding
  method?: Method
  name?: Text
  novalidate?: Flag
  rel?: Rel
  target?: Target
}>
export type ImageAttributes = With<{
  alt: string
  decoding?: "async" | "auto" | "sync" | undefined
  fetchpriority?: Priority
  height?: Size
  loading?: "eager" | "lazy" | undefined
  referrerpolicy?: Referrer
  sizes?: Text
  src?: Text
  srcset?: Text
  width?: Size
}>
export type LinkAttributes = With<{
  as?: "font" | "image" | "script" | "style" | "fetch" | undefined
  crossorigin?: "anonymous" | "use-credentials" | undefined
  fetchpriority?: Priority
  href?: Text
  hreflang?: Text
  integrity?: Text
  media?: Text
  rel?: Rel
  sizes?: Text
  type?: Text
}>
export type MetaAttributes = With<{
  charset?: "utf-8" | undefined
  content?: Text
  "http-equiv"?: Text
  media?: Text
  name?: Text
  property?: Text
}>
export type ScriptAttributes = With<{
  async?: Flag
  crossorigin?: "anonymous" | "use-credentials" | undefined
  defer?: Flag
  fetchpriority?: Priority
  integrity?: Text
  nomodule?: Flag
  src?: Text
  type?: "module" | "application/ld+json" | "application/json" | undefined
}>
export type CellAttributes = With<{
  colspan?: number | undefined
  headers?: Text
  rowspan?: number | undefined
}>
export type HeaderCellAttributes = CellAttributes & {
  abbr?: Text
  scope?: "row" | "col" | "rowgroup" | "colgroup" | undefined
}
export type TimeAttributes = With<{ datetime?: Text }>
export type EditAttributes = With<{ cite?: Text; datetime?: Text }>
export type DetailsAttributes = With<{ name?: Text; open?: Flag }>
export type DialogAttributes = With<{ open?: Flag; closedby?: "any" | "closerequest" | "none" | undefined }>
export type FieldsetAttributes = With<{ disabled?: Flag; form?: Text; name?: Text }>
export type LabelAttributes = With<{ for?: Text }>
export type OutputAttributes = With<{ for?: Text; form?: Text; name?: Text }>
export type ListAttributes = With<{
  reversed?: Flag
  start?: number | undefined
  type?: "1" | "a" | "A" | "i" | "I" | undefined
}>
export type ItemAttributes = With<{ value?: number | undefined }>
export type ColumnAttributes = With<{ span?: number | undefined }>
export type MeterAttributes = With<{
  high?: number | undefined
  low?: number | undefined
  max?: Size
  min?: Size
  optimum?: number | undefined
  value?: Size
}>
export type ProgressAttributes = With<{ max?: Size; value?: Size }>
export type QuoteAttributes = With<{ cite?: Text }>
export type SourceAttributes = With<{
  height?: Size
  media?: Text
  sizes?: Text
  src?: Text
  srcset?: Text
  type?: Text
  width?: Size
}>
export type MediaAttributes = With<{
  controls?: Flag
  height?: Size
  loop?: Flag
  muted?: Flag
  playsinline?: Flag
  poster?: Text
  preload?: "none" | "metadata" | "auto" | undefined
  src?: Text
  width?: Size
}>
export type TrackAttributes = With<{
  default?: Flag
  kind?: "captions" | "subtitles" | "descriptions" | "chapters" | undefined
  label?: Text
  src?: Text
  srclang?: Text
}>
export type FrameAttributes = With<{
  allow?: Text
  height?: Size
  loading?: "eager" | "lazy" | undefined
  referrerpolicy?: Referrer
  sandbox?: Text
  src?: Text
  width?: Size
}>
export type DataAttributes = With<{ value?: Text | number }>
export type BaseAttributes = With<{ href?: Text; target?: Target }>
