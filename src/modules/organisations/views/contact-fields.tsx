import type { Child } from "#jsx"
import { FormFold, FormSection } from "#web/ui/form.tsx"
import { isFilled, isWrong } from "#web/ui/form-state.ts"
import { TextField } from "#web/ui/text-field.tsx"
import type { ContactItem } from "../schema/form.ts"
import { partsOf, type ProfileFieldsProps } from "./field-parts.ts"
import { LinkRows } from "./row-fields.tsx"

/** How to reach the group; beside each item stands whether the public reads it. */
export function ContactSection(props: ProfileFieldsProps) {
  const { view, reasons = {} } = props
  return (
    <FormSection title={view.t("organisations:section.contact")}>
      <p class="field-hint" id="shown-hint">
        {view.t("organisations:hint.shown")}
      </p>
      {reasons["shown"] && <p class="field-error">＊{reasons["shown"]}</p>}
      <UsualItems {...props} />
      <OtherItems {...props} />
      <Pages {...props} />
    </FormSection>
  )
}

function UsualItems(props: ProfileFieldsProps) {
  const { field, hint } = partsOf(props)
  return (
    <>
      <Item {...props} item="name">
        <TextField {...field("contactName")} hint={hint("contactName")} required />
      </Item>
      <Item {...props} item="phone">
        <TextField {...field("contactPhone")} hint={hint("contactPhone")} type="tel" inputmode="tel" />
      </Item>
      <Item {...props} item="mail">
        <TextField {...field("contactMail")} hint={hint("contactMail")} type="email" inputmode="email" />
      </Item>
    </>
  )
}

function OtherItems(props: ProfileFieldsProps) {
  const { view, form } = props
  const { field, hint } = partsOf(props)
  return (
    <FormFold
      title={view.t("organisations:fold.letters")}
      open={isWrong(form, ["contactFax", "contactAddress"]) || isAsked(props, "contactFax", "contactAddress")}
      filled={isFilled(form, ["contactFax", "contactAddress"]) && view.t("organisations:fold.filled")}
    >
      <Item {...props} item="fax">
        <TextField {...field("contactFax")} type="tel" inputmode="tel" />
      </Item>
      <Item {...props} item="address">
        <TextField {...field("contactAddress")} hint={hint("contactAddress")} />
      </Item>
    </FormFold>
  )
}

function Pages(props: ProfileFieldsProps) {
  const { view, form } = props
  const { field, hint } = partsOf(props)
  return (
    <FormFold
      title={view.t("organisations:fold.pages")}
      open={isWrong(form, ["website", "links"]) || isAsked(props, "website", "links")}
      filled={isFilled(form, ["website", "links"]) && view.t("organisations:fold.filled")}
    >
      <Item {...props} item="website">
        <TextField
          {...field("website")}
          hint={hint("website")}
          type="url"
          inputmode="url"
          autocomplete="url"
        />
      </Item>
      <Item {...props} item="links">
        <LinkRows {...field("links")} form={form} hint={hint("links")} />
      </Item>
    </FormFold>
  )
}

/** Did the office ask for something here? */
export const isAsked = ({ reasons = {} }: ProfileFieldsProps, ...names: readonly string[]): boolean =>
  names.some((name) => Boolean(reasons[name]))

type ItemProps = ProfileFieldsProps & { readonly item: ContactItem; readonly children: Child }

function Item({ view, form, item, children }: ItemProps) {
  return (
    <div class="contact-item">
      {children}
      <label class="choice-label">
        <input
          class="choice-input"
          type="checkbox"
          id={item === "name" ? "field-shown" : `field-shown-${item}`}
          name="shown"
          value={item}
          checked={form.typed["shown"]?.includes(item) === true}
        />
        <span>{view.t(`organisations:shown.${item}`)}</span>
      </label>
    </div>
  )
}
