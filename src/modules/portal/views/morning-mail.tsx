import { Button } from "#web/ui/button.tsx"
import { Form, Hidden } from "#web/ui/form.tsx"
import type { View } from "#web/view.ts"

/** The person's own choice: the list of what waits, by mail before work begins. */
export function MorningMail({ view, wanted }: { readonly view: View; readonly wanted: boolean }) {
  return (
    <section class="aside-action" aria-labelledby="morning">
      <h2 id="morning">{view.t("portal:morning.title")}</h2>
      <p>{view.t(wanted ? "portal:morning.on" : "portal:morning.off")}</p>
      <Form view={view} action={view.href("/staff/morning-mail")}>
        <Hidden name="wanted" value={wanted ? "no" : "yes"} />
        <Button kind="secondary" size="small">
          {view.t(wanted ? "portal:morning.stop" : "portal:morning.start")}
        </Button>
      </Form>
    </section>
  )
}
