import { drawPage } from "#jsx"
import { reading } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { submitForm } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import type { View } from "#web/view.ts"
import { peekAtProof, readToken } from "../auth/proofs.ts"
import { signInByMail } from "../commands/sign-in.ts"
import { nothing } from "../schema.ts"
import { SignInOver } from "../views/sign-in-over.tsx"
import { arrive, whoAsks } from "./arrive.ts"

// What stands in the mail. Opening it changes nothing, so that a scanner of mails signs nobody in: the button does.
export const linkPage = routes()
  .get("/sign-in/link/:token", async (c) => {
    const { view, context } = c.var
    const token = c.req.param("token")
    const proof = await reading(context, (tx) => peekAtProof(tx, token))
    if (!proof) return c.html(drawPage(<SignInOver view={view} />), 410)
    return c.html(drawPage(<Confirm view={view} token={token} address={proof.address} />))
  })
  .post("/sign-in/link/:token", (c) =>
    submitForm(c, {
      schema: nothing,
      run: async (context) => {
        const { request, key } = readToken(c.req.param("token"))
        return arrive(c, await signInByMail(context, whoAsks(c), request, { key }))
      },
      again: () => <SignInOver view={c.var.view} />,
    }),
  )

type ConfirmProps = { readonly view: View; readonly token: string; readonly address: string }

function Confirm({ view, token, address }: ConfirmProps) {
  return (
    <PublicPage
      view={view}
      title={view.text("accounts:link.title")}
      width="text"
      noindex
      scripts={["submit-once"]}
    >
      <div class="stack">
        <h1>{view.t("accounts:link.title")}</h1>
        <p class="lead">{view.t("accounts:link.lead")}</p>
        <p>
          <strong>{address}</strong>
        </p>
        <Form view={view} action={view.href(`/sign-in/link/${token}`)}>
          <Button size="large">{view.t("accounts:sign-in.do")}</Button>
        </Form>
      </div>
    </PublicPage>
  )
}
