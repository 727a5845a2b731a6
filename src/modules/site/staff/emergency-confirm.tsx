import type { Typed } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { EmergencyBanner } from "#web/ui/emergency-banner.tsx"
import { Form, Hidden } from "#web/ui/form.tsx"
import type { View } from "#web/view.ts"
import { emergencyContents, type EmergencyInput } from "../schema/emergencies.ts"

type EmergencyConfirmProps = { readonly view: View; readonly input: EmergencyInput; readonly typed: Typed }

/** The banner as it will stand, and the one button that puts it everywhere. */
export function EmergencyConfirm({ view, input, typed }: EmergencyConfirmProps) {
  const endsAt = view.now.add({ hours: Number(input.hours) })
  const contents = emergencyContents(input)
  const shown = { id: "", contents, link: input.link, startsAt: view.now, endsAt }
  const back = view.href("/staff/site/emergency")
  return (
    <StaffPage
      view={view}
      title={view.text("site:emergency.confirm")}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("site:office.emergency"), href: back },
        { label: view.t("site:emergency.confirm") },
      ]}
    >
      <h1>{view.t("site:emergency.confirm")}</h1>
      <p>{view.t("site:emergency.confirm-lead", { hours: input.hours })}</p>
      <EmergencyBanner view={{ ...view, lang: "ja", emergencies: [shown] }} />
      <Form view={view} action={back}>
        {Object.entries(typed)
          .filter(([name]) => !name.startsWith("_") && name !== "confirmed")
          .map(([name, values]) => (
            <Hidden name={name} value={values[0] ?? ""} />
          ))}
        <Hidden name="confirmed" value="yes" />
        <Buttons>
          <Button kind="danger">{view.t("site:emergency.do")}</Button>
          <ButtonLink href={back} kind="secondary">
            {view.t("site:emergency.back")}
          </ButtonLink>
        </Buttons>
      </Form>
    </StaffPage>
  )
}
