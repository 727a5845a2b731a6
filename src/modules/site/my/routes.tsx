import { z } from "zod"
import { drawPage } from "#jsx"
import { NotFound } from "#kernel/errors.ts"
import { reading } from "#kernel/transaction.ts"
import { nextPath } from "#modules/accounts"
import { routes } from "#web/context.ts"
import { Moment } from "#web/dates.tsx"
import { readForm, seeOther, typedValue } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import { findDueTerms, listOwnConsents, type OwnConsent } from "../queries/consents.ts"

export const siteMy = routes()
  .get("/consents", async (c) => {
    const { context, view } = c.var
    const { accountId } = context.actor
    if (!accountId) throw new NotFound("nobody is signed in")
    const page = await reading(context, async (tx) => ({
      consents: await listOwnConsents(tx, accountId),
      isDue: (await findDueTerms(tx, accountId, view.now)) !== undefined,
    }))
    return c.html(drawPage(<ConsentsPage view={view} {...page} />))
  })
  // The gate before it asks to agree, and writes it down.
  .post("/consents", async (c) => {
    const next = nextPath().parse(typedValue(await readForm(c, z.any()), "next"))
    return seeOther(c, next || "/my/consents", "site:done.agreed")
  })

type ConsentsPageProps = {
  readonly view: View
  readonly consents: readonly OwnConsent[]
  readonly isDue: boolean
}

function ConsentsPage({ view, consents, isDue }: ConsentsPageProps) {
  return (
    <MyPage view={view} title={view.text("site:mine.title")} scripts={["submit-once"]}>
      <h1>{view.t("site:mine.title")}</h1>
      <p>{view.t("site:mine.lead")}</p>
      {isDue && (
        <Notice view={view} kind="info" title={view.t("site:mine.due")}>
          <Form view={view} action={view.href("/my/consents")}>
            <Button>{view.t("site:mine.read")}</Button>
          </Form>
        </Notice>
      )}
      {consents.length === 0 && !isDue && <p>{view.t("site:mine.none")}</p>}
      <ul class="plain-list">
        {consents.map(({ slug, number, at }) => (
          <li>
            <a href={view.href(`/pages/${slug}/versions/${number}`)}>
              {view.t("site:page.version", { number })}
            </a>{" "}
            <Moment view={view} at={at} />
          </li>
        ))}
      </ul>
    </MyPage>
  )
}
